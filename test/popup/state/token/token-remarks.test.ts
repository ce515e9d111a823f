import { describe, expect, test } from 'vitest';
import { tokenPurpose, tokenRemarks } from '../../../../popup/state/token/token-remarks.ts';
import type { Member } from '../../../../src/protocol/token.ts';

const parts = (claims: Record<string, unknown>, header: Record<string, unknown> = { alg: 'RS256' }) => ({
  header: Object.entries(header) as Member[],
  claims: Object.entries(claims) as Member[],
});
const complete = { sub: 'ada', exp: 1, aud: 'api' };

describe('what a token is for', () => {
  test('is said of each in its place, and of API Gateway only to users of Cognito', () => {
    expect(tokenPurpose('id_token', parts(complete), 'oidc').text).toBe(
      'The ID token tells your app who signed in. Send the access token to your API.',
    );
    expect(tokenPurpose('id_token', parts({ token_use: 'id' }), 'cognito').text).toContain('API Gateway');
    expect(tokenPurpose('access_token', parts({ token_use: 'access' }), 'cognito').tone).toBe('skip');
    expect(tokenPurpose('refresh_token', parts(complete), 'oidc').text).toContain('token endpoint alone');
  });

  test.each([
    ['id_token', parts({ token_use: 'access' }), /^An access token stands in the place of the ID token: its token_use/],
    ['id_token', parts(complete, { typ: 'AT+JWT' }), /^An access token .* its typ says at\+jwt/],
    ['id_token', parts(complete, { typ: 'application/at+jwt' }), /^An access token/],
    ['id_token', parts(complete, { typ: 'logout+jwt' }), /^A notice of events/],
    ['id_token', parts({ ...complete, events: {} }), /^A notice of events/],
    ['id_token', parts(complete, { typ: 'dpop+jwt' }), /^A DPoP proof/],
    ['access_token', parts({ token_use: 'id' }), /^An ID token stands in the place of the access token/],
    ['access_token', parts({ ...complete, at_hash: 'x' }), /^An ID token .* it has the claim at_hash/],
    ['refresh_token', parts({ token_use: 'id' }), /^An ID token stands in the place of the refresh token/],
  ] as const)('one in the place of the %s is warned of', (place, token, words) => {
    expect(tokenPurpose(place, token, 'oidc')).toEqual({ tone: 'warn', text: expect.stringMatching(words) });
  });

  test('what says nothing of its kind is taken as it stands', () => {
    expect(tokenPurpose('access_token', parts({ nonce: 'x' }, { typ: 'JWT' }), 'oidc').tone).toBe('skip');
    expect(tokenPurpose('access_token', parts({}, { typ: '__proto__' }), 'oidc').tone).toBe('skip');
  });
});

describe('what a token lacks', () => {
  const said = (...args: Parameters<typeof tokenRemarks>) => tokenRemarks(...args).map(({ text }) => text);

  test('nothing, where all is there', () => {
    expect(said('id_token', parts(complete), 'oidc')).toEqual([]);
    expect(said('access_token', parts(complete), 'oidc')).toEqual([]);
    expect(said('access_token', parts({}), 'oidc')).toEqual([]);
  });

  test('sub and exp', () => {
    expect(said('id_token', parts({ aud: 'x' }), 'oidc')).toEqual([
      expect.stringContaining('No sub'),
      expect.stringContaining('No exp'),
    ]);
  });

  test('aud in an access token: a habit of Cognito, a fault elsewhere', () => {
    const token = parts({ sub: 'ada', exp: 1 });
    expect(tokenRemarks('access_token', token, 'cognito')).toEqual([
      { tone: 'skip', text: expect.stringContaining('client_id instead') },
    ]);
    expect(tokenRemarks('access_token', token, 'oidc')).toMatchObject([{ tone: 'warn' }]);
  });
});
