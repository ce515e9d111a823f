import { describe, expect, test } from 'vitest';
import { scopeCounts, scopeRows } from '../../../../popup/state/claims/scope-rows.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const request = (...scopes: string[]) => ({
  responseType: 'token',
  scopes,
  redirectUri: 'http://localhost:3000/callback',
});
const rows = (over: Partial<Capture>, who = profile()) => scopeRows(capture(over), who);
const states = (over: Partial<Capture>) => rows(over)?.rows.map(({ name, state }) => [name, state]);

describe('scopes', () => {
  test('are granted, not granted or not asked for', () => {
    const over = { request: request('openid', 'phone'), scope: 'openid email' };
    expect(states(over)).toEqual([
      ['openid', 'granted'],
      ['phone', 'not_granted'],
      ['email', 'not_asked_for'],
    ]);
    const scopes = rows(over);
    expect(scopes && scopeCounts(scopes)).toBe('1 granted, 1 not granted, 1 not asked for');
  });

  test('come from the answer, else from the access token, else they are as asked for', () => {
    const id_token = token({ sub: 'ada' });
    const tokens = { id_token, access_token: token({ sub: 'ada', scope: 'openid' }) };
    expect(rows({ scope: 'email', tokens })).toMatchObject({ from: 'answer', rows: [{ name: 'email' }] });
    expect(rows({ tokens })).toMatchObject({ from: 'token', rows: [{ name: 'openid' }], isAskedKnown: false });
    const list = { id_token, access_token: token({ scp: ['openid', 7] }) };
    expect(rows({ tokens: list })).toMatchObject({ from: 'token', rows: [{ name: 'openid' }] });
    expect(rows({ request: request('openid') })).toMatchObject({ from: 'assumed', rows: [{ state: 'granted' }] });
  });

  test('that only the token tells of are in it or not: nothing says that they were not granted', () => {
    const tokens = { access_token: token({ sub: 'ada', scope: 'openid' }) };
    const scopes = rows({ tokens, request: request('openid', 'phone') });
    expect(scopes && scopeCounts(scopes)).toBe('1 in the token, 1 not in the token');
  });

  test('of a login from elsewhere are granted, and the request is said not to be known', () => {
    const scopes = rows({ scope: 'openid' });
    expect(scopes && scopeCounts(scopes)).toBe('1 granted, request not known');
  });

  test('say nothing when there are none, or only those of an API that were granted', () => {
    expect(rows({})).toBeUndefined();
    expect(rows({ scope: 'orders:read', request: request('orders:read') })).toBeUndefined();
    expect(rows({ scope: 'aws.cognito.signin.user.admin' })?.rows[0]?.meaning).toContain('GetUser');
    expect(rows({ scope: 'aws.cognito.signin.user.admin' }, profile({ provider: 'oidc' }))).toBeUndefined();
  });
});

describe('the claims of a scope', () => {
  const id_token = token({ sub: 'ada', email: 'a@example.com' });
  const body = (claims: object) => ({
    status: 200,
    body: JSON.stringify(claims),
    at: now,
    contentType: 'application/json',
  });

  test('came in the ID token or in userInfo of the same user', () => {
    const over = { scope: 'email', tokens: { id_token, access_token: 'x' } };
    expect(rows(over)).toMatchObject({
      canAsk: true,
      rows: [{ brought: ['email'], missing: ['email_verified'] }],
    });
    expect(rows({ ...over, userinfo: body({ sub: 'ada', email_verified: true }) })).toMatchObject({
      canAsk: false,
      rows: [{ brought: ['email', 'email_verified'], missing: [] }],
    });
    expect(rows({ ...over, userinfo: body({ sub: 'eve', email_verified: true }) })?.rows[0]?.missing).toEqual([
      'email_verified',
    ]);
  });

  test('of profile are missed only when none came', () => {
    expect(rows({ scope: 'profile', tokens: { id_token: token({ locale: 'en' }) } })?.rows[0]).toMatchObject({
      brought: ['locale'],
      missing: [],
    });
    expect(rows({ scope: 'profile', tokens: { id_token } })?.rows[0]?.missing).toHaveLength(14);
  });

  test('are not missed where no token and no answer can be read', () => {
    const tokens = { id_token: 'a.b.c.d.e', access_token: 'x' };
    expect(rows({ scope: 'email', tokens })?.rows[0]?.missing).toEqual([]);
    const refused = { status: 401, body: '', at: now };
    expect(rows({ scope: 'email', tokens: { id_token, access_token: 'x' }, userinfo: refused })?.canAsk).toBe(true);
  });

  test('are not missed of a scope that was not granted', () => {
    expect(rows({ scope: 'openid', request: request('openid', 'phone') })?.rows[1]?.missing).toEqual([]);
  });
});
