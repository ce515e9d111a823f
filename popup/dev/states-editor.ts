import type { Capture, Profile } from '../../src/protocol/records.ts';
import { capture, noon, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const issuer = 'https://id.example.com';

/** What an issuer says that offers less than the profile asks for. */
const narrow = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  response_types_supported: ['code', 'id_token'],
  response_modes_supported: ['query', 'fragment'],
  scopes_supported: ['openid', 'email'],
  id_token_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
};

const complete: Profile = {
  ...staging,
  endpoints: { ...staging.endpoints, jwks: `${issuer}/keys` },
};

const checked: Profile = {
  ...complete,
  idTokenAlgs: ['HS256', 'none'],
  clockSkew: 120,
  iatWindow: 3600,
  anyLoopbackPort: true,
  trustedOnFirstUse: { issuer, at: noon - 3 * 86_400_000 },
};

const atOdds: Profile = {
  ...complete,
  metadata: { fetchedAt: noon - 60_000, document: narrow },
  endpoints: { authorization: `${issuer}/authorize`, jwks: 'https://keys.example.net/jwks' },
  callback: 'http://staging.example.com/',
  responseMode: 'form_post',
  watchRequests: true,
  scopes: ['openid', 'orders:read', 'offline_access'],
  idTokenAlgs: ['ES256'],
};

const oddPool: Profile = {
  ...profile,
  responseType: 'id_token token',
  scopes: ['openid', 'offline_access', 'address'],
  callback: 'http://localhost:3000/',
  issuer: `${profile.issuer}/`,
};

const local: Profile = {
  ...complete,
  issuer: 'http://localhost:8080/realms/demo',
  endpoints: {
    authorization: 'http://localhost:8080/realms/demo/auth',
    jwks: 'http://localhost:8080/realms/demo/keys',
  },
  responseType: 'id_token',
};

const coded: Profile = {
  ...complete,
  responseType: 'code',
  clientAuth: 'client_secret_basic',
  scopes: ['openid', 'profile', 'offline_access'],
  endpoints: { ...complete.endpoints, token: `${issuer}/token`, revocation: `${issuer}/revoke` },
  logoutUri: 'https://staging.example.com/signed-out',
  extraParams: [
    ['prompt', 'login'],
    ['resource', 'https://api.example.com'],
  ],
};

const hybrid: Profile = { ...coded, clientAuth: 'none', responseType: 'code id_token', responseMode: 'form_post' };

const alone: Profile = {
  ...profile,
  name: 'nightly-export',
  responseType: '',
  callback: '',
  clientAuth: 'client_secret_post',
  scopes: ['orders/read'],
};

/** What is checked of an answer whatever is in it. */
const ofAnswer = [
  ...['callback_url', 'callback_https', 'duplicate_parameter', 'empty_parameter', 'unknown_parameter'],
  ...['state', 'iss_parameter_missing'],
];

export const editorStates: readonly State[] = [
  editing('page-profile-flows', complete),
  editing('page-profile-id-token', local),
  editing('page-profile-checks', checked),
  editing('page-profile-at-odds', atOdds),
  editing('page-profile-odd-pool', oddPool),
  editing('page-profile-code', coded),
  editing('page-profile-hybrid', hybrid),
  editing('page-profile-client-alone', alone),
  { ...editing('page-profile-list', coded), profiles: [{ ...profile, id: 'one' }, coded, { ...alone, id: 'three' }] },
  { ...editing('page-profile-another', coded), route: '#profiles/new' },
  { ...editing('page-profile-locked', coded), lockedSecrets: [coded.id] },
  failing('error-unknown', staging, {
    error: 'policy_evaluation_failed_for_client_application',
    description: 'Policy <b>orders</b> refused the login. See https://id.example.com/help',
    uri: 'https://id.example.com/errors/policy',
  }),
  failing('error-lambda', profile, {
    error: 'invalid_request',
    description: 'PreSignUp failed with error not on the list.',
  }),
  failing('error-elsewhere', staging, { error: 'invalid_grant' }),
];

function editing(name: string, edited: Profile): State {
  return { name, width: 'page', profiles: [edited], captures: [], route: `#profiles/${edited.id}` };
}

function failing(name: string, of: Profile, error: NonNullable<Capture['error']>): State {
  const answer = capture({
    id: name,
    profileId: of.id,
    callback: of.callback,
    request: {
      ...{ responseType: of.responseType, scopes: of.scopes, redirectUri: of.callback },
      state: 'MeArjk4pLBmNjKsG',
    },
    capturedAt: noon - 3000,
    tokens: {},
    params: [
      ['error', error.error],
      ['state', 'MeArjk4pLBmNjKsG'],
    ],
    error,
    verdicts: [
      { check: 'error_response', result: 'fail', expected: 'an answer without error', actual: error.error },
      ...ofAnswer.map((check) => ({ check, result: 'pass' as const })),
    ],
  });
  return { name, width: 'popup', profiles: [of], captures: [answer] };
}
