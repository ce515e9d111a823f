import { describe, expect, test } from 'vitest';
import { captureLine } from '../../../../popup/state/capture/capture-line.ts';
import { isRevoked } from '../../../../popup/state/token/fresh-words.ts';
import { lateWords, overWord } from '../../../../popup/state/token/late-words.ts';
import { firstTab, isExpired, isOver, lifetimeOf } from '../../../../popup/state/token/lifetime.ts';
import { type Capture, tokenNames } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

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

describe('a token that was revoked', () => {
  const tokens = {
    id_token: token({ exp: seconds + 60 }),
    access_token: token({ exp: seconds + 60 }),
    refresh_token: 'r',
  };
  const lives = (over: Partial<Capture>, at = now) =>
    tokenNames.map((name) => lifetimeOf(capture({ tokens, ...over }), profile(), name, at).kind);
  const dead = { at: now, why: 'revoked' as const };

  test('is over, and says so before it is copied', () => {
    expect(lives({ deadAccessToken: { at: now } })).toEqual(['runs', 'revoked', 'unreadable']);
    const life = lifetimeOf(capture({ tokens, deadAccessToken: { at: now } }), profile(), 'access_token', now);
    expect([isOver(life), isExpired(life), overWord(life)]).toEqual([true, false, 'revoked']);
    expect(lateWords('access_token', life, now)).toMatch(/^Revoked at .*401\.$/);
  });

  test('takes the access token along when it is the refresh token', () => {
    expect(lives({ deadRefreshToken: dead })).toEqual(['runs', 'revoked', 'revoked']);
    expect(lives({ deadRefreshToken: { ...dead, why: 'invalid_grant' } })).toEqual(['runs', 'runs', 'unreadable']);
  });

  test('is expired once it is', () => {
    expect(lives({ deadAccessToken: { at: now } }, now + 120_000)).toEqual(['runs', 'runs', 'unreadable']);
  });

  test('ends the line of “Fresh token”, but not one that is under way', () => {
    const revoked = capture({ tokens, deadAccessToken: { at: now } });
    const fresh = { profileId: 'p1', askedAt: now, captureId: 'c1' };
    expect(isRevoked({ ...fresh, step: 'copied' }, revoked, now)).toBe(true);
    expect(isRevoked({ ...fresh, step: 'copied' }, capture({ tokens }), now)).toBe(false);
    expect(isRevoked({ ...fresh, step: 'refreshing' }, revoked, now)).toBe(false);
  });

  test('stands in the list', () => {
    const line = captureLine(capture({ tokens, judgedAt: now, deadAccessToken: { at: now } }), profile(), now);
    expect(line.state).toContain('access token revoked');
  });
});
