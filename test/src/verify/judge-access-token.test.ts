import { describe, expect, test } from 'vitest';
import { isBlocking, severityOf } from '../../../src/protocol/checks.ts';
import { judgeAccessToken } from '../../../src/verify/judge-access-token.ts';
import { sealedToken, type Values } from '../../support/provider/signing.ts';
import { about, clientId, goodClaims, idsOf, issuer, known, signed } from './known.ts';

const judge = (token: string, over: Parameters<typeof known>[0] = {}) =>
  judgeAccessToken(known({ ...over, capture: { tokens: { access_token: token }, ...over.capture } }));
const profiled: Values = { ...goodClaims, client_id: clientId, jti: '1' };
const pool = { profile: { provider: 'cognito' } } as const;
/** What a user pool writes into an access token. */
const pooled: Values = { aud: undefined, nonce: undefined, client_id: clientId, token_use: 'access', jti: '1' };

test.each(['opaque', '', 'a.b', 'a.b.c.d', 'a.b.c', sealedToken()])(
  'nothing is said of one that cannot be read',
  (raw) => expect(judge(raw)).toEqual([]),
);
test('nothing is said where there is none', () => expect(judgeAccessToken(known())).toEqual([]));

describe('the form of RFC 9068', () => {
  test.each(['at+jwt', 'application/at+jwt', 'AT+JWT'])('passes with typ %s', (typ) => {
    expect(judge(signed(profiled, { typ }))).toEqual([
      { check: 'access_token_profile', result: 'pass', token: 'access_token', from: 'front_channel' },
    ]);
  });
  test.each<[string, Values, Values]>([
    ['no typ at+jwt', profiled, {}],
    ['no typ at+jwt', profiled, { typ: 'JWT' }],
    ['no jti', { ...profiled, jti: undefined }, { typ: 'at+jwt' }],
    ['no iss, no client_id', { ...profiled, iss: undefined, client_id: undefined }, { typ: 'at+jwt' }],
  ])('is told with %s, and says nothing about the login', (actual, claims, header) => {
    const [verdict] = judge(signed(claims, header));
    expect(verdict).toMatchObject({ check: 'access_token_profile', result: 'fail', actual });
    expect(severityOf(verdict!)).toBe('info');
    expect(verdict).not.toHaveProperty('reason');
  });
});

describe('an access token of a user pool', () => {
  test('has its own form, and names its kind and its client', () => {
    const verdicts = judge(signed(pooled), pool);
    expect(idsOf(verdicts, 'pass')).toEqual(['token_use', 'client_id']);
    expect(about(verdicts, 'access_token_profile')).toMatchObject({
      result: 'fail',
      actual: 'no typ at+jwt, no aud',
      reason: 'Cognito’s own form: client_id in place of aud.',
    });
  });
  test.each<[string, Values, string]>([
    ['an ID token in its place', { token_use: 'id' }, 'token_use'],
    ['no kind', { token_use: undefined }, 'token_use'],
    ['another client', { client_id: 'other' }, 'client_id'],
    ['no client', { client_id: undefined }, 'client_id'],
  ])('%s is warned of', (_, claims, check) => {
    const verdicts = judge(signed({ ...pooled, ...claims }), pool);
    expect(idsOf(verdicts, 'fail')).toEqual(['access_token_profile', check].sort());
    expect(severityOf(about(verdicts, check)!)).toBe('warning');
    expect(verdicts.filter(isBlocking)).toEqual([]);
  });
  test('its client is not checked when the profile names none', () => {
    const verdicts = judge(signed(pooled), { profile: { provider: 'cognito', clientId: '' } });
    expect(about(verdicts, 'client_id')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/names no client id/),
    });
  });
});

test('another provider’s token has no such claims to check', () => {
  expect(judge(signed({ ...pooled, iss: issuer })).map(({ check }) => check)).toEqual(['access_token_profile']);
});
test('one of the token endpoint is said to be from there', () => {
  const [verdict] = judge(signed(profiled), { capture: { source: 'token_endpoint' } });
  expect(verdict?.from).toBe('token_endpoint');
});
