import type { Alg, Values } from './signing.ts';

type Change = (values: Values) => Values;
type Signed = { alg?: Alg; header?: Change; claims?: Change; isBroken?: true };

/** One way to err, or to do what few do. Whatever is not named is as it should be. */
export type Fault = {
  idToken?: Signed & { isSealed?: true };
  /** The parameters of the authorization response. */
  answer?: Change;
  /** The authorization response as a signed token (JARM), where `response_mode` asks for it. */
  jarm?: Signed;
  /** The members of an answer of the token endpoint. */
  token?: Change;
  /** The ID token of an answer to a code; without it that is as `idToken` has it. */
  second?: Signed;
  /** The ID token of an answer to a refresh token. */
  refreshed?: Signed;
  /** The refresh token stays as it is: the answer to it brings no other. */
  keepsRefreshToken?: true;
  /** The headers of an answer with tokens. */
  headers?: (headers: Record<string, string>) => Record<string, string>;
  /** What the token and the revocation endpoint answer in place of doing anything. */
  reply?: { status: number; headers?: Record<string, string>; body?: string };
  /** The token endpoint does what it is asked, and answers only once another fault is set. */
  isHeld?: true;
  userinfo?: { claims?: Change; as?: 'signed' | 'sealed' };
  metadata?: Change;
  /** What is left of the key set: how many keys, and whether each has its `kid`. */
  keys?: { count?: number; hasKid?: boolean };
};

const append =
  (name: string, text = '1'): Change =>
  (values) => ({ ...values, [name]: `${values[name]}${text}` });
const without =
  (...names: string[]): Change =>
  (values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
const set =
  (more: Values): Change =>
  (values) => ({ ...values, ...more });
/** Seconds later than it is; negative for earlier. */
const shift =
  (name: string, seconds: number): Change =>
  (values) => ({ ...values, [name]: Number(values[name]) + seconds });

const claims = (change: Change): Fault => ({ idToken: { claims: change } });
const second = (change: Change): Fault => ({ second: { claims: change } });
const json = { 'content-type': 'application/json', 'cache-control': 'no-store' };
const refuses = (error: string, status = 400, error_description = `as told: ${error}`): Fault => ({
  reply: { status, headers: json, body: JSON.stringify({ error, error_description }) },
});
const answersError =
  (error: string): Change =>
  ({ state }) => ({ error, state });
const week = 604_800;
const advertisesIss = set({ authorization_response_iss_parameter_supported: true });

/** Each fault under the name that the conformance suite has for it, made as it makes it. */
export const faults = {
  none: {},

  'invalid-iss': claims(append('iss')),
  'missing-iss': claims(without('iss')),
  'missing-sub': claims(without('sub')),
  'invalid-aud': claims(append('aud')),
  'missing-aud': claims(without('aud')),
  'secondary-aud': claims((values) => ({ ...values, aud: [values.aud, 'unknown-client'] })),
  'aud-as-array': claims((values) => ({ ...values, aud: [values.aud] })),
  'missing-iat': claims(without('iat')),
  'iat-is-week-in-past': claims(shift('iat', -week)),
  'missing-exp': claims(without('exp')),
  'expired-exp': claims((values) => ({ ...values, exp: Number(values.iat) - 360 })),
  'nonce-invalid': claims(append('nonce')),
  'missing-nonce': claims(without('nonce')),
  'invalid-athash': claims(append('at_hash')),
  'missing-athash': claims(without('at_hash')),
  'invalid-chash': claims(append('c_hash')),
  'missing-chash': claims(without('c_hash')),
  'invalid-shash': claims(append('s_hash')),
  'missing-shash': claims(without('s_hash')),

  'kid-absent-single-jwks': { idToken: { header: without('kid') }, keys: { count: 1, hasKid: false } },
  'kid-absent-multiple-jwks': { idToken: { header: without('kid') }, keys: { hasKid: false } },
  'unknown-kid': { idToken: { header: set({ kid: 'unknown' }) } },
  'invalid-sig-rs256': { idToken: { isBroken: true } },
  'invalid-sig-es256': { idToken: { alg: 'ES256', isBroken: true } },
  'invalid-sig-hs256': { idToken: { alg: 'HS256', isBroken: true } },
  'idtoken-sig-ps256': { idToken: { alg: 'PS256' } },
  'idtoken-sig-es256': { idToken: { alg: 'ES256' } },
  'idtoken-sig-eddsa': { idToken: { alg: 'EdDSA' } },
  'idtoken-sig-hs256': { idToken: { alg: 'HS256' } },
  'idtoken-sig-none': { idToken: { alg: 'none', header: without('kid') } },
  'encrypted-idtoken': { idToken: { isSealed: true } },

  'invalid-state': { answer: append('state') },
  'missing-state': { answer: without('state') },
  'sends-iss': { metadata: advertisesIss },
  'invalid-authorization-response-iss': { metadata: advertisesIss, answer: append('iss') },
  'remove-authorization-response-iss': { metadata: advertisesIss, answer: without('iss') },
  'token-type-inverted': { answer: set({ token_type: 'bEARER' }), token: set({ token_type: 'bEARER' }) },
  'without-expires-in': { answer: without('expires_in'), token: without('expires_in') },
  'no-scope': { answer: without('scope', 'expires_in'), token: without('scope', 'expires_in') },
  'session-state': { answer: set({ session_state: 'a0b1.c2d3' }) },

  'jarm-signature-none': { jarm: { alg: 'none', header: without('kid') } },
  'jarm-invalid-sig': { jarm: { isBroken: true } },
  'jarm-expired-exp': { jarm: { claims: shift('exp', -1000) } },
  'jarm-invalid-aud': { jarm: { claims: append('aud') } },
  'jarm-invalid-iss': { jarm: { claims: append('iss') } },
  'jarm-without-aud': { jarm: { claims: without('aud') } },
  'jarm-without-exp': { jarm: { claims: without('exp') } },
  'jarm-without-iss': { jarm: { claims: without('iss') } },

  'refresh-token-invalid-issuer': { refreshed: { claims: append('iss') } },
  'refresh-token-invalid-sub': { refreshed: { claims: append('sub') } },

  'no-rotation': { keepsRefreshToken: true },

  'token-invalid-request': refuses('invalid_request'),
  'token-invalid-client': refuses('invalid_client', 401),
  'token-invalid-grant': refuses('invalid_grant'),
  'token-unauthorized-client': refuses('unauthorized_client'),
  'token-unsupported-grant-type': refuses('unsupported_grant_type'),
  'token-invalid-scope': refuses('invalid_scope'),
  'token-invalid-redirect': refuses('unauthorized_client', 400, 'invalid_redirect'),
  'token-429': { reply: { status: 429, headers: { 'retry-after': '30' }, body: 'Too many requests' } },
  'token-500': { reply: { status: 500, headers: { 'content-type': 'text/plain' }, body: 'An error occurred' } },
  'token-html': {
    reply: { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1 onclick="alert(1)">Portal</h1>' },
  },
  'token-redirect': { reply: { status: 302, headers: { location: '/elsewhere' } } },
  'token-held': { isHeld: true },
  'token-wrong-type': { token: set({ token_type: 'mac' }) },
  'token-without-access-token': { token: without('access_token') },
  'token-without-token-type': { token: without('token_type') },
  'token-without-id-token': { token: without('id_token') },
  'token-without-expires-in': { token: without('expires_in') },
  'token-may-be-stored': { headers: ({ 'cache-control': _, ...headers }) => headers },
  'second-invalid-iss': second(append('iss')),
  'second-invalid-sub': second(append('sub')),
  'second-invalid-aud': second(append('aud')),
  'second-invalid-nonce': second(append('nonce')),
  'second-invalid-sig': { second: { isBroken: true } },

  'silent-interaction-required': { answer: answersError('interaction_required') },
  'silent-consent-required': { answer: answersError('consent_required') },
  'silent-account-selection-required': { answer: answersError('account_selection_required') },

  'userinfo-invalid-sub': { userinfo: { claims: append('sub', 'invalid') } },
  'userinfo-signed': { userinfo: { as: 'signed' } },
  'userinfo-encrypted': { userinfo: { as: 'sealed' } },
  'aggregated-claims': {
    userinfo: {
      claims: set({ _claim_names: { address: 'src1' }, _claim_sources: { src1: { JWT: 'e30.e30.' } } }),
    },
  },
  'distributed-claims': {
    userinfo: {
      claims: set({
        _claim_names: { credit_score: 'src1' },
        _claim_sources: { src1: { endpoint: 'https://third-party.example/claims', access_token: 'for-the-third' } },
      }),
    },
  },

  'discovery-issuer-mismatch': { metadata: append('issuer') },
  'discovery-jwks-uri-keys': { metadata: (values) => ({ ...values, jwks_uri: `${values.jwks_uri}/${Date.now()}` }) },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
