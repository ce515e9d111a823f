/** The states that show what tokens and userInfo say. */

import { encodeBase64url } from '../../src/protocol/base64url.ts';
import type { Capture } from '../../src/protocol/records.ts';
import { mint, mintEncrypted, mintText } from './mint.ts';
import { accessClaims, answer, capture, idClaims, noon, profile, staging, tokens } from './sample.ts';
import type { State } from './states.ts';

const popup = (name: string, changes: Partial<Capture>, more: Partial<State> = {}): State => ({
  name,
  width: 'popup',
  profiles: [profile, staging],
  captures: [capture(changes)],
  ...more,
});
/** The same with the profile of another provider. */
const elsewhere = (name: string, changes: Partial<Capture>, more: Partial<State> = {}): State =>
  popup(name, { profileId: staging.id, callback: staging.callback, ...changes }, { profiles: [staging], ...more });

const seconds = noon / 1000;
const oidc = {
  iss: 'https://id.example.com',
  sub: 'u-1',
  aud: 'orders',
  exp: seconds + 3000,
  iat: seconds - 600,
  auth_time: seconds - 620,
};

const rich = mint({
  ...oidc,
  aud: ['orders', 'billing'],
  azp: 'orders',
  name: 'Ada Okafor',
  email: 'ada.okafor@example.com',
  email_verified: 'true',
  address: { formatted: '1 Main Street\nSpringfield', locality: 'Springfield', country: 'US', floor: 3 },
  acr: 'phrh',
  amr: ['pwd', 'hwk', 'mfa', 'x-house'],
  act: { sub: 'agent@example.com', act: { sub: 'relay.example.com' } },
  cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' },
  sid: '7d0c4f0e',
  tenant: 'acme',
  'https://example.com/plan': { tier: 'gold', seats: 20 },
});
const odd = mintText(
  '{"alg":"RS256","kid":"k"}',
  JSON.stringify({ ...oidc, exp: noon + 3_000_000, iat: noon - 600_000, nbf: 'soon', nickname: 'half a \uD83D pair' })
    .replace('"sub":"u-1",', '')
    .replace('{', '{"account":12345678901234567890,"quota":1e400,"ratio":0.5,'),
);
const identities = [
  {
    dateCreated: '1700000000000',
    userId: '10769150350006150715113082367',
    providerName: 'Google',
    providerType: 'Google',
    issuer: null,
    primary: 'true',
  },
];
const withIdentities = mint({
  ...idClaims(),
  identities,
  phone_number_verified: false,
  acr: 'urn:cognito:loa:2',
  amr: ['pwd', 'email_otp'],
});
const asText = {
  sub: String(idClaims().sub),
  email_verified: 'true',
  phone_number_verified: 'false',
  email: 'ada.okafor@example.com',
  username: 'ada.okafor',
  identities: JSON.stringify(identities.map((one) => Object.fromEntries(Object.entries(one).reverse()))),
};

const many = mint({
  ...idClaims(),
  ...Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`claim_${at}`, `value ${at}`])),
});
const big = mint({ ...idClaims(), 'custom:note': 'note '.repeat(36_000) });

const text = new TextEncoder();
const disclosed = (value: unknown) => encodeBase64url(text.encode(JSON.stringify(value)));
const sdJwt = [
  mint({
    ...oidc,
    vct: 'https://id.example.com/membership',
    _sd_alg: 'sha-256',
    _sd: ['fUMdn88aaoyKTHrvZd6AuLmPraGhPJ0zF5r_JhxCVZs'],
  }),
  disclosed(['2GLC42sKQveCfGfryNRN9w', 'given_name', 'Ada']),
  disclosed(['eluV5Og3gSNII8EYnsxA_A', 'US']),
  '',
].join('~');

export const claimsStates: readonly State[] = [
  elsewhere('claims-rich', { tokens: { ...tokens, id_token: rich } }),
  elsewhere('claims-odd', { tokens: { ...tokens, id_token: odd } }),
  popup('claims-identities', { tokens: { ...tokens, id_token: withIdentities } }),
  popup('claims-many', { tokens: { ...tokens, id_token: many } }),
  popup('claims-big', { tokens: { ...tokens, id_token: big } }),
  popup('wrong-place', { tokens: { id_token: tokens.access_token, access_token: tokens.id_token } }),
  popup(
    'wrong-place-access',
    { tokens: { id_token: tokens.access_token, access_token: tokens.id_token } },
    { press: '2' },
  ),
  elsewhere('access-without-aud', { tokens: { access_token: mint({ ...accessClaims(), scope: ['orders:read'] }) } }),
  popup(
    'refresh-encrypted',
    {
      tokens: { ...tokens, refresh_token: mintEncrypted({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' }) },
    },
    { press: '3' },
  ),
  elsewhere(
    'refresh-opaque',
    { tokens: { ...tokens, refresh_token: 'v1.MjAyNi0xMS0yMw-7fXq0NbV9kLz3sHd5tGw8' } },
    { press: '3' },
  ),
  elsewhere('jwe-password', {
    tokens: {
      id_token: mintEncrypted({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', zip: 'DEF', p2c: 2147483647, p2s: 'salt' }),
    },
  }),
  elsewhere('sd-jwt', { tokens: { id_token: sdJwt } }),
  popup(
    'scopes-differ',
    {
      tokens: {
        id_token: tokens.id_token,
        access_token: mint({ ...accessClaims(), scope: 'openid email orders/read' }),
      },
      request: {
        responseType: 'token',
        scopes: ['openid', 'email', 'phone', 'profile'],
        redirectUri: profile.callback,
      },
    },
    { press: '2' },
  ),
  elsewhere('token-alone', {
    tokens: { access_token: mint(accessClaims()) },
    params: [['access_token', '']],
    request: { responseType: 'token', scopes: ['openid', 'email'], redirectUri: staging.callback },
    userinfo: answer(),
  }),
  popup('userinfo-as-text', {
    tokens: { ...tokens, id_token: withIdentities },
    userinfo: answer({ body: JSON.stringify(asText) }),
  }),
  elsewhere('userinfo-signed', {
    tokens: { ...tokens, id_token: mint(oidc) },
    userinfo: answer({
      body: mint({ iss: oidc.iss, aud: 'orders', sub: 'u-1', name: 'Ada' }),
      contentType: 'application/jwt',
    }),
    verdicts: [{ check: 'userinfo_signed', result: 'pass', token: 'userinfo' }],
  }),
  elsewhere('userinfo-signed-failed', {
    tokens: { ...tokens, id_token: mint(oidc) },
    userinfo: answer({
      body: mint({ iss: 'https://evil.example', aud: 'orders', sub: 'u-1', name: 'Ada' }),
      contentType: 'application/jwt',
    }),
    verdicts: [
      {
        check: 'userinfo_signed',
        result: 'fail',
        token: 'userinfo',
        expected: 'iss https://id.example.com',
        actual: 'iss https://evil.example',
      },
    ],
  }),
  popup('userinfo-no-sub', { userinfo: answer({ body: '{"email":"ada.okafor@example.com"}' }) }),
  elsewhere('userinfo-encrypted', {
    userinfo: answer({ body: mintEncrypted({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }), contentType: 'application/jwt' }),
  }),
];
