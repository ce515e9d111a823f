import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { findProblems } from '../../../../popup/state/profile/profile-problems.ts';

const cognito: Draft = {
  ...emptyDraft,
  name: 'demo',
  prefix: 'my-app',
  region: 'us-east-1',
  clientId: '1example',
  callback: 'http://localhost:3000/callback',
};
const oidc: Draft = {
  ...cognito,
  provider: 'oidc',
  prefix: '',
  region: '',
  endpoints: { ...emptyDraft.endpoints, authorization: 'https://id.example.com/authorize' },
};
const endpoint = (name: string, address: string) => ({ endpoints: { ...oidc.endpoints, [name]: address } });

const checking = (change: Partial<Draft['checking']>) => ({ checking: { ...emptyDraft.checking, ...change } });

// {"alg":"none"}.{}.
const jwt = 'eyJhbGciOiJub25lIn0.e30.';

const found: [draft: Draft, change: Partial<Draft>, field: string, level: string, id: string, detail: string][] = [
  [cognito, { name: ' ' }, 'name', 'refused', 'name_missing', ''],
  [cognito, { name: 'ü'.repeat(201) }, 'name', 'refused', 'name_long', '201'],
  [cognito, { name: ' OTHER' }, 'name', 'refused', 'name_taken', 'Other '],
  [cognito, { prefix: '', region: '' }, 'prefix', 'refused', 'domain_missing', ''],
  [cognito, { prefix: 'My-App' }, 'prefix', 'refused', 'prefix_form', 'My-App'],
  [cognito, { prefix: 'app-' }, 'prefix', 'refused', 'prefix_form', 'app-'],
  [cognito, { prefix: 'a'.repeat(64) }, 'prefix', 'refused', 'prefix_form', 'a'.repeat(64)],
  [cognito, { prefix: 'my-aws-app' }, 'prefix', 'refused', 'prefix_reserved', 'aws'],
  [cognito, { prefix: 'amazon' }, 'prefix', 'refused', 'prefix_reserved', 'amazon'],
  [cognito, { prefix: 'cognito1' }, 'prefix', 'refused', 'prefix_reserved', 'cognito'],
  [cognito, { region: '' }, 'region', 'refused', 'region_missing', ''],
  [cognito, { region: 'US East' }, 'region', 'refused', 'region_form', 'US East'],
  [
    cognito,
    { customDomain: 'auth.example.com/login' },
    'customDomain',
    'refused',
    'domain_path',
    'https://auth.example.com',
  ],
  [
    cognito,
    { customDomain: 'http://auth.example.com' },
    'customDomain',
    'refused',
    'address_plain_http',
    'http://auth.example.com',
  ],
  [
    cognito,
    { customDomain: 'http://[::1]:4100' },
    'customDomain',
    'refused',
    'address_ipv6_loopback',
    'http://[::1]:4100',
  ],
  [
    cognito,
    { customDomain: 'ftp://auth.example.com' },
    'customDomain',
    'refused',
    'address_scheme',
    'ftp://auth.example.com',
  ],
  [cognito, { customDomain: 'a b.example' }, 'customDomain', 'refused', 'address_white_space', 'https://a b.example'],
  [
    cognito,
    { customDomain: 'u@auth.example.com' },
    'customDomain',
    'refused',
    'address_user_info',
    'https://u@auth.example.com',
  ],
  [cognito, { userPoolId: 'us-east-1-abc' }, 'userPoolId', 'refused', 'pool_form', 'us-east-1-abc'],
  [cognito, { userPoolId: 'eu-west-1_AbC' }, 'userPoolId', 'warning', 'pool_region', 'eu-west-1'],
  [cognito, { issuer: 'cognito-idp.example/x' }, 'issuer', 'refused', 'address_no_scheme', 'cognito-idp.example/x'],
  [cognito, { clientId: '' }, 'clientId', 'refused', 'client_missing', ''],
  [cognito, { clientId: '1ex ample' }, 'clientId', 'refused', 'client_white_space', ''],
  [cognito, { callback: '' }, 'callback', 'refused', 'callback_missing', ''],
  [cognito, { callback: 'localhost:3000/cb' }, 'callback', 'refused', 'callback_no_scheme', 'localhost:3000/cb'],
  [cognito, { callback: 'http://localhost/#' }, 'callback', 'refused', 'callback_fragment', 'http://localhost/#'],
  [cognito, { callback: 'http://app.example.com/cb' }, 'callback', 'warning', 'callback_plain_http', 'app.example.com'],
  [cognito, { callback: 'myapp://callback' }, 'callback', 'warning', 'callback_custom_scheme', 'myapp'],
  [cognito, { callback: 'https://a.example./cb' }, 'callback', 'warning', 'callback_trailing_dot', 'a.example.'],
  [
    cognito,
    { apiBaseUrl: 'http://api.example.com' },
    'apiBaseUrl',
    'refused',
    'address_plain_http',
    'http://api.example.com',
  ],
  [
    cognito,
    {
      extraParams: [
        [' client_secret ', 's'],
        ['lang', 'de'],
        ['id_token_hint', 'x'],
      ],
    },
    'extraParams',
    'refused',
    'params_secret',
    'client_secret, id_token_hint',
  ],
  [oidc, { extraParams: [['sessionToken', '20111sTEu']] }, 'extraParams', 'refused', 'params_secret', 'sessionToken'],
  [oidc, { extraParams: [['api_key', 'k']] }, 'extraParams', 'warning', 'params_doubtful', 'api_key'],
  [oidc, { extraParams: [['hint', jwt]] }, 'extraParams', 'refused', 'params_secret', 'hint'],
  [cognito, checking({ idTokenAlgs: 'RS256 ES256K' }), 'idTokenAlgs', 'refused', 'algs_unknown', 'ES256K'],
  [cognito, checking({ idTokenAlgs: 'RS256, NONE' }), 'idTokenAlgs', 'warning', 'algs_none', ''],
  [cognito, checking({ clockSkew: '301' }), 'clockSkew', 'refused', 'skew_form', '301'],
  [cognito, checking({ clockSkew: '-1' }), 'clockSkew', 'refused', 'skew_form', '-1'],
  [cognito, checking({ clockSkew: '1e1' }), 'clockSkew', 'refused', 'skew_form', '1e1'],
  [cognito, checking({ iatWindow: '0' }), 'iatWindow', 'refused', 'iat_window_form', '0'],
  [cognito, checking({ iatWindow: ' an hour ' }), 'iatWindow', 'refused', 'iat_window_form', 'an hour'],
  [oidc, endpoint('authorization', ' '), 'authorization', 'refused', 'authorization_missing', ''],
  [
    oidc,
    endpoint('authorization', 'http://id.example.com/a'),
    'authorization',
    'refused',
    'address_plain_http',
    'http://id.example.com/a',
  ],
  [
    oidc,
    endpoint('token', 'id.example.com:8443/token'),
    'token',
    'refused',
    'address_no_scheme',
    'id.example.com:8443/token',
  ],
  [
    oidc,
    endpoint('userinfo', 'http://[::1]:8080/me'),
    'userinfo',
    'refused',
    'address_ipv6_loopback',
    'http://[::1]:8080/me',
  ],
  [
    oidc,
    endpoint('jwks', 'https://id.example.com/keys#a'),
    'jwks',
    'refused',
    'address_fragment',
    'https://id.example.com/keys#a',
  ],
  [oidc, endpoint('jwks', 'https://*/keys'), 'jwks', 'refused', 'address_wildcard', 'https://*/keys'],
  [
    oidc,
    endpoint('endSession', 'https:\\\\id.example.com'),
    'endSession',
    'refused',
    'address_backslash',
    'https:\\\\id.example.com',
  ],
  [
    oidc,
    endpoint('revocation', 'https:/id.example.com'),
    'revocation',
    'refused',
    'address_malformed',
    'https:/id.example.com',
  ],
];

const fine: [draft: Draft, change: Partial<Draft>][] = [
  [cognito, {}],
  [cognito, { name: ' demo ', clientId: ' 1example ', callback: ' http://localhost:3000/callback ' }],
  [cognito, { prefix: '', region: '', customDomain: 'auth.example.com' }],
  [cognito, { prefix: 'AWS', region: 'x', customDomain: 'https://auth.example.com/' }],
  [cognito, { prefix: '', region: '', customDomain: 'http://127.0.0.1:4100' }],
  [cognito, { prefix: '', region: '', customDomain: 'http://localhost:4100' }],
  [cognito, { userPoolId: 'us-east-1_AbC' }],
  [cognito, { customDomain: 'auth.example.com', userPoolId: 'eu-west-1_AbC' }],
  [cognito, { callback: 'http://[::1]:3000/callback' }],
  [cognito, { apiBaseUrl: 'http://[::1]:3000' }],
  [cognito, { apiBaseUrl: 'https://api.example.com/v1' }],
  [cognito, { endpoints: { ...emptyDraft.endpoints, token: 'not shown' } }],
  [oidc, { issuer: 'http://localhost:8080/realms/demo', prefix: 'aws' }],
  [oidc, checking({ idTokenAlgs: 'rs256,PS512  eddsa,HS384', clockSkew: ' 300 ', iatWindow: '3600' })],
  [oidc, checking({ clockSkew: '0', anyLoopbackPort: true })],
  [
    oidc,
    {
      extraParams: [
        ['request', jwt],
        ['audience', 'api'],
        ['request_refresh_token', 'true'],
        ['use_otp', '1'],
        ['', jwt],
      ],
    },
  ],
];

describe('a draft', () => {
  test.each(found)('%# is told of a field what is wrong with it', (draft, change, field, level, id, detail) => {
    expect(findProblems({ ...draft, ...change }, [{ name: 'Other ' }])).toEqual([{ field, level, id, detail }]);
  });

  test.each(fine)('%# has no problem', (draft, change) => {
    expect(findProblems({ ...draft, ...change }, [{ name: 'Other' }])).toEqual([]);
  });

  test('that is empty names what is missing in the order of the form', () => {
    expect(findProblems(emptyDraft, []).map(({ field }) => field)).toEqual(['name', 'prefix', 'clientId', 'callback']);
  });
});
