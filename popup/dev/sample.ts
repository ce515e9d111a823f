/** The records that the states are made of. Longer than most files because they stand in full, as they are stored. */
import { type CheckId, checkIds } from '../../src/protocol/checks.ts';
import type { Capture, PendingLogin, Profile, Verdict } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';

/** The moment at which the plain page stands: 23 November 2026, 19:05:16 UTC. */
export const noon = Date.UTC(2026, 10, 23, 19, 5, 16);
const seconds = noon / 1000;

const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
const domain = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com';

export const profile: Profile = {
  id: 'demo',
  name: 'claimcheck-demo',
  provider: 'cognito',
  issuer,
  endpoints: {
    authorization: `${domain}/oauth2/authorize`,
    token: `${domain}/oauth2/token`,
    userinfo: `${domain}/oauth2/userInfo`,
    jwks: `${issuer}/.well-known/jwks.json`,
  },
  clientId: '1example23456789abcdefghij',
  clientAuth: 'none',
  callback: 'http://localhost:3000/callback',
  responseType: 'token',
  scopes: ['openid', 'profile', 'email'],
  extraParams: [],
  intercept: false,
  watchRequests: false,
  apiBaseUrl: 'https://api.example.com/orders',
  cognito: { domain, region: 'us-east-1', userPoolId: 'us-east-1_EXAMPLE' },
};

export const staging: Profile = {
  id: 'staging',
  name: 'orders-staging',
  provider: 'oidc',
  issuer: 'https://id.example.com',
  endpoints: { authorization: 'https://id.example.com/authorize', userinfo: 'https://id.example.com/userinfo' },
  clientId: 'orders',
  clientAuth: 'none',
  callback: 'https://staging.example.com/signed-in',
  responseType: 'id_token token',
  scopes: ['openid', 'email', 'orders:read'],
  extraParams: [],
  intercept: false,
  watchRequests: false,
};

const sub = '5458d4e8-8001-70c9-3f5e-2b1f0c5f7a11';

/** What Cognito writes into an ID token. `made` is when it was issued, in seconds. */
export function idClaims(made = seconds - 180, life = 3600): Record<string, unknown> {
  return {
    at_hash: 'sFHpJKllgxlBogwv07x5Jg',
    sub,
    'cognito:groups': ['admins', 'billing', 'beta-testers'],
    email_verified: true,
    iss: issuer,
    'cognito:username': 'ada.okafor',
    nonce: 'ArNFf9ejmqpq9svXidfjnsYmjuRN-xy9',
    origin_jti: '7d0c4f0e-93a5-4f7a-8f5e-51c2a8c6e9b4',
    aud: '1example23456789abcdefghij',
    event_id: 'c31a7d52-0b7e-4d0c-9a6b-2f4f1e8d7720',
    token_use: 'id',
    auth_time: made - 1,
    exp: made + life,
    iat: made,
    jti: '0b6f8e1d-41c2-4a3e-9d57-c8e2f60a1b93',
    email: 'ada.okafor@example.com',
  };
}

export function accessClaims(made = seconds - 180, life = 3600): Record<string, unknown> {
  return {
    sub,
    'cognito:groups': ['admins', 'billing', 'beta-testers'],
    iss: issuer,
    version: 2,
    client_id: '1example23456789abcdefghij',
    origin_jti: '7d0c4f0e-93a5-4f7a-8f5e-51c2a8c6e9b4',
    event_id: 'c31a7d52-0b7e-4d0c-9a6b-2f4f1e8d7720',
    token_use: 'access',
    scope: 'openid profile email',
    auth_time: made - 1,
    exp: made + life,
    iat: made,
    jti: 'e2a9b1c4-6d3f-4c58-bb0a-94d1f7c05e36',
    username: 'ada.okafor',
  };
}

export const tokens = { id_token: mint(idClaims()), access_token: mint(accessClaims()) };

const ofResponse: CheckId[] = [
  ...(['callback_url', 'callback_https', 'duplicate_parameter', 'empty_parameter', 'unknown_parameter'] as const),
  ...(['token_in_query', 'state', 'csrf_binding', 'iss_parameter_missing', 'mix_up', 'response_parameters'] as const),
  ...(['discovery_issuer', 'discovery_endpoints'] as const),
];
const ofIdToken: CheckId[] = [
  ...(['compact_form', 'json_object', 'duplicate_member', 'crit', 'embedded_key', 'alg_none', 'alg', 'kid'] as const),
  ...(['key', 'signature', 'claim_types', 'typ', 'token_use', 'iss', 'aud', 'azp', 'sub', 'exp', 'exp_range'] as const),
  ...(['iat', 'nonce', 'at_hash'] as const),
];
const ofAccessToken: CheckId[] = [
  ...(['token_type', 'implicit_access_token', 'expires_in', 'scope', 'token_use', 'client_id'] as const),
];

/** What a login with Cognito's implicit grant is told when all is well. A test holds it against the judge. */
export const verdicts: Verdict[] = inOrder([
  ...ofResponse.map((check) => ({ check, result: 'pass' as const })),
  ...ofIdToken.map((check) => about('id_token', check)),
  ...ofAccessToken.map((check) => about('access_token', check)),
  {
    ...about('id_token', 'iat_age'),
    result: 'not_checked',
    reason: 'The profile sets no greatest age for iat. Set one there to check it.',
  },
  {
    ...about('access_token', 'access_token_profile'),
    result: 'fail',
    expected: 'typ at+jwt, iss, exp, aud, sub, client_id, iat, jti',
    actual: 'no typ at+jwt, no aud',
    reason: 'Cognito’s own form: client_id in place of aud.',
  },
]);

function about(token: 'id_token' | 'access_token', check: CheckId): Verdict {
  return { check, result: 'pass', token, from: 'front_channel' };
}

/** In the order in which the judge lists them. */
export function inOrder(some: Verdict[]): Verdict[] {
  const places = new Map<string, number>(checkIds.map((id, place) => [id, place]));
  return some.toSorted((one, other) => (places.get(one.check) ?? 0) - (places.get(other.check) ?? 0));
}

/** A judged capture of a login that was started here. */
export function capture(changes: Partial<Capture> = {}): Capture {
  return {
    id: 'newest',
    profileId: profile.id,
    capturedAt: noon - 180_000,
    startedHere: true,
    source: 'fragment',
    callback: profile.callback,
    frame: 'main',
    params: [
      ['id_token', ''],
      ['access_token', ''],
      ['expires_in', '3600'],
      ['token_type', 'Bearer'],
      ['state', 'MeArjk4pLBmNjKsG'],
    ],
    tokens,
    tokenType: 'Bearer',
    expiresAt: seconds - 180 + 3600,
    request: {
      ...{ responseType: 'token', scopes: profile.scopes, redirectUri: profile.callback },
      ...{ state: 'MeArjk4pLBmNjKsG', nonce: 'ArNFf9ejmqpq9svXidfjnsYmjuRN-xy9' },
    },
    judgedAt: noon - 179_000,
    verdicts,
    tokenCalls: [],
    replays: [],
    events: [],
    ...changes,
  };
}

export const userinfoBody = JSON.stringify({
  sub,
  email_verified: 'true',
  email: 'ada.okafor@example.com',
  username: 'ada.okafor',
});

/** A stored userInfo answer of ten seconds ago. */
export function answer(changes: Partial<NonNullable<Capture['userinfo']>> = {}): NonNullable<Capture['userinfo']> {
  return {
    status: 200,
    body: userinfoBody,
    at: noon - 2000,
    durationMs: 142,
    contentType: 'application/json;charset=UTF-8',
    ...changes,
  };
}

export const login: PendingLogin = {
  state: 'MeArjk4pLBmNjKsG',
  nonce: 'ArNFf9ejmqpq9svX',
  verifier: 'verifier',
  profileId: profile.id,
  startedAt: noon - 20_000,
  authorizeUrl: `${domain}/oauth2/authorize`,
  request: { responseType: 'token', scopes: profile.scopes, redirectUri: profile.callback },
  captureIds: [],
  ended: false,
};
