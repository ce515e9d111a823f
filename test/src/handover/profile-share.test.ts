import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { shareProfile } from '../../../src/handover/profile-share.ts';
import { profileSchema } from '../../../src/protocol/records.ts';
import { isSecretName } from '../../../src/protocol/secret-names.ts';
import { now, profile, token } from '../../support/records.ts';

describe('the name of a secret', () => {
  test.each([
    ...['client_secret', 'clientSecret', 'CLIENT-SECRET', 'client_assertion', 'client_assertion_type', 'password'],
    ...['passphrase', 'code_verifier', 'id_token_hint', 'access_token', 'refreshToken', 'token', 'code', 'user_code'],
    ...['api_key', 'apikey', 'x-api-key', 'key', 'private_key', 'sig', 'login_hint_token', 'client_secret[]'],
  ])('is %s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });
  test.each([
    ...['prompt', 'login_hint', 'max_age', 'acr_values', 'resource', 'audience', 'ui_locales', 'lang', 'claims'],
    ...[
      'identity_provider',
      'idp_identifier',
      'response_type',
      'token_type_hinted',
      'tokenEndpointAuthMethod',
      'keyboard',
    ],
    ...['country_code', 'display', '__proto__', ''],
  ])('is not “%s”', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('a shared profile', () => {
  test('is the profile itself where nothing in it is a secret', () => {
    const full = profile({
      endpoints: {
        authorization: 'https://id.example.com/authorize?p=policy',
        token: 'https://id.example.com/token',
        userinfo: 'https://id.example.com/userinfo',
        revocation: 'https://id.example.com/revoke',
        endSession: 'https://id.example.com/logout',
        jwks: 'https://id.example.com/keys',
      },
      clientAuth: 'client_secret_basic',
      logoutUri: 'http://localhost:3000/out',
      responseMode: 'fragment',
      extraParams: [
        ['prompt', 'login'],
        ['resource', 'https://api.example.com/?v=1'],
      ],
      cleanUp: ['history'],
      anyLoopbackPort: true,
      idTokenAlgs: ['ES256'],
      clockSkew: 10,
      iatWindow: 60,
      apiBaseUrl: 'https://api.example.com/orders?page=1',
      cognito: { domain: 'https://demo.auth.us-east-1.amazoncognito.com', region: 'us-east-1', userPoolId: 'x' },
    });
    expect(shareProfile(full)).toEqual({ profile: full, leftOut: [] });
  });

  test('holds neither what is fetched anew nor what one person trusted', () => {
    const own = profile({
      metadata: { fetchedAt: now, document: { issuer: 'x' } },
      trustedOnFirstUse: { issuer: 'https://id.example.com', at: now },
    });
    expect(shareProfile(own)).toEqual({ profile: profile(), leftOut: [] });
  });

  test('holds no secret, wherever somebody wrote it, and says which', () => {
    const secret = 's3cr3t';
    const jwt = token({ sub: 'ada' });
    const leaky = {
      ...profile({
        endpoints: {
          authorization: `https://id.example.com/authorize?tenant=a&client_secret=${secret}`,
          token: `https://user:${secret}@id.example.com/token`,
        },
        extraParams: [
          ['client_secret', secret],
          ['prompt', 'login'],
          ['hint', jwt],
          ['resource', `https://api.example.com/?api_key=${secret}`],
        ],
        apiBaseUrl: `https://api.example.com/?api_key=${secret}#part`,
      }),
      clientSecret: secret,
      future: { list: [{ refresh_token: secret, kept: 1 }], note: jwt, listed: [jwt] },
    };
    const { profile: shared, leftOut } = shareProfile(leaky);
    expect(JSON.stringify(shared)).not.toContain(secret);
    expect(JSON.stringify(shared)).not.toContain(jwt);
    expect(shared).toMatchObject({
      endpoints: {
        authorization: 'https://id.example.com/authorize?tenant=a',
        token: 'https://id.example.com/token',
      },
      extraParams: [
        ['prompt', 'login'],
        ['resource', 'https://api.example.com/'],
      ],
      apiBaseUrl: 'https://api.example.com/#part',
      future: { list: [{ kept: 1 }], listed: [] },
    });
    expect(leftOut).toEqual([
      'client_secret',
      'hint',
      'api_key in resource',
      'client_secret in endpoints.authorization',
      'user name in endpoints.token',
      'api_key in apiBaseUrl',
      'clientSecret',
      'future.list.refresh_token',
      'future.note',
      'future.listed',
    ]);
    expect(leftOut.join()).not.toContain(secret);
  });

  test('is never nested without end', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    const wrapped = { ...profile(), future: deep, other: { a: { b: 1 } } };
    expect(shareProfile(wrapped)).toEqual({
      profile: { ...profile(), other: { a: { b: 1 } } },
      leftOut: ['future'],
    });
  });
});

test('a profile stays one whatever a member that we do not know lies as deep as storage takes', () => {
  let deep: unknown = 'https://a.example/';
  for (let level = 0; level < 100; level += 1) deep = [deep];
  const own = profile({ endpoints: { authorization: 'https://idp.example/authorize', later: deep } as never });
  const { profile: shared, leftOut } = shareProfile(own);
  expect(v.is(profileSchema, shared)).toBe(true);
  expect(shared.endpoints).toEqual({ authorization: 'https://idp.example/authorize' });
  expect(leftOut).toEqual(['endpoints.later']);
});

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c';
test.each(['name', 'clientId', 'callback', 'issuer'])('a profile stays one with a token for its %s', (member) => {
  const { profile: shared, leftOut } = shareProfile(profile({ [member]: jwt }));
  expect(v.is(profileSchema, shared)).toBe(true);
  expect(JSON.stringify(shared)).not.toContain('eyJ');
  expect(leftOut).toEqual([member]);
});
