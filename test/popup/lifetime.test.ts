import { describe, expect, test } from 'vitest';
import { firstTab, isExpired, lifetimeOf } from '../../popup/state/lifetime.ts';
import { capture, now, profile, token } from '../support/records.ts';

const seconds = now / 1000;
const withId = (claims: Record<string, unknown>, over = {}) =>
  capture({ tokens: { id_token: token(claims) }, ...over });

describe('the lifetime of a token', () => {
  test('runs from iat to exp', () => {
    const life = lifetimeOf(withId({ iat: seconds - 180, exp: seconds + 3420 }), profile(), 'id_token', now);
    expect(life).toEqual({
      kind: 'runs',
      words: 'expires in 57 min',
      total: 3600,
      left: 3420,
      expiresAt: now + 3_420_000,
    });
  });

  test('is a warning under ten minutes', () => {
    const life = lifetimeOf(withId({ exp: seconds + 599 }), profile(), 'id_token', now);
    expect(life).toMatchObject({ tone: 'warn', words: 'expires in 9 min' });
    expect(lifetimeOf(withId({ exp: seconds + 600 }), profile(), 'id_token', now)).not.toHaveProperty('tone');
  });

  test('is over at exp itself', () => {
    const life = lifetimeOf(withId({ exp: seconds }), profile(), 'id_token', now);
    expect(life).toMatchObject({ tone: 'fail', words: 'expired 0 s ago', left: 0 });
    expect(isExpired(life)).toBe(true);
  });

  test('of an opaque access token is what the answer said', () => {
    const opaque = capture({ tokens: { access_token: 'opaque' }, expiresAt: seconds + 60 });
    expect(lifetimeOf(opaque, profile(), 'access_token', now)).toMatchObject({ words: 'expires in 60 s' });
  });

  test('is not guessed for a refresh token or a strange exp', () => {
    const strange = capture({
      tokens: { refresh_token: 'opaque', id_token: token({ exp: 'soon' }) },
      expiresAt: seconds,
    });
    expect(lifetimeOf(strange, profile(), 'refresh_token', now).words).toBe('expiry not readable');
    expect(lifetimeOf(strange, profile(), 'id_token', now).words).toBe('expiry not readable');
  });

  test('is not read from an exp in milliseconds, or one that no calendar has', () => {
    for (const exp of [now + 60_000, 9e300]) {
      expect(lifetimeOf(withId({ exp }), profile(), 'id_token', now)).toEqual({
        kind: 'unreadable',
        words: 'expiry not readable',
      });
    }
  });
});

describe('a token that is missing', () => {
  const none = capture({ tokens: {} });
  test.each([
    ['id_token', profile({ scopes: ['email'] }), 'none without openid'],
    ['id_token', profile(), 'none in this answer'],
    ['refresh_token', profile(), 'none with implicit'],
    ['refresh_token', profile({ responseType: 'code' }), 'none in this answer'],
    ['refresh_token', undefined, 'none in this answer'],
    ['id_token', profile({ provider: 'oidc' }), 'none with this flow'],
    ['access_token', profile({ provider: 'oidc', responseType: 'id_token' }), 'none with this flow'],
  ] as const)('%s', (name, owner, words) => {
    expect(lifetimeOf(none, owner, name, now).words).toBe(words);
  });

  test('was not in what was pasted', () => {
    expect(lifetimeOf({ ...none, origin: 'pasted' }, profile(), 'refresh_token', now).words).toBe(
      'none in what was pasted',
    );
  });
});

test('the first tab is an expired access token, else the first token there is', () => {
  const fresh = token({ exp: seconds + 60 });
  const late = token({ exp: seconds - 60 });
  expect(firstTab(capture({ tokens: { id_token: fresh, access_token: fresh } }), profile(), now)).toBe('id_token');
  expect(firstTab(capture({ tokens: { id_token: fresh, access_token: late } }), profile(), now)).toBe('access_token');
  expect(firstTab(capture({ tokens: { access_token: fresh } }), profile(), now)).toBe('access_token');
  expect(firstTab(capture({ tokens: { refresh_token: 'x' } }), profile(), now)).toBe('refresh_token');
});
