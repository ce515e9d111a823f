import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { findLint } from '../../../../popup/state/profile/profile-lint.ts';
import type { SecretState } from '../../../../popup/state/profile/profile-secret.ts';

const pool: Draft = {
  ...emptyDraft,
  responseType: 'token',
  prefix: 'demo',
  region: 'us-east-1',
  callback: 'https://app.example.com/cb',
};
const issuer = 'https://id.example.com';
const oidc: Draft = {
  ...pool,
  provider: 'oidc',
  issuer,
  responseType: 'id_token token',
  endpoints: { ...emptyDraft.endpoints, jwks: `${issuer}/keys`, userinfo: `${issuer}/me` },
};
/** A code flow that lacks nothing. */
const code: Draft = {
  ...oidc,
  responseType: 'code',
  scopes: ['openid', 'offline_access'],
  endpoints: { ...oidc.endpoints, token: `${issuer}/token` },
};
/** A client alone that lacks nothing. */
const alone: Draft = { ...code, responseType: '', scopes: ['orders/read'], clientAuth: 'client_secret_basic' };

/** The draft after its issuer answered with this. */
function asked(draft: Draft, document: Record<string, unknown>): Draft {
  return { ...draft, discovered: { issuer: draft.issuer, metadata: { fetchedAt: 1, document } } };
}

const full = {
  response_types_supported: ['code', 'token id_token'],
  response_modes_supported: ['query', 'fragment'],
  scopes_supported: ['openid', 'profile', 'email'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256'],
  code_challenge_methods_supported: ['plain', 'S256'],
  grant_types_supported: ['implicit', 'authorization_code'],
};
const algs = (idTokenAlgs: string) => ({ checking: { ...emptyDraft.checking, idTokenAlgs } });

const cases: [what: string, draft: Draft, notes: object[]][] = [
  ['a pool', pool, []],
  ['a provider', oidc, []],
  ['a provider that was asked', asked(oidc, full), []],
  ['a document that says nothing', asked({ ...oidc, responseMode: 'form_post', ...algs('ES256') }, {}), []],
  [
    'a document of odd members',
    asked(oidc, { response_types_supported: 'token', scopes_supported: [7, null] }),
    [{ id: 'scopes_not_listed', tone: 'skip', scopes: ['openid', 'profile', 'email'] }],
  ],
  [
    'a document of another issuer',
    {
      ...asked(oidc, { response_types_supported: ['code'] }),
      issuer: 'https://x.example',
      endpoints: emptyDraft.endpoints,
    },
    [{ id: 'no_userinfo', tone: 'skip' }],
  ],

  ['an ID token alone', { ...oidc, responseType: 'id_token' }, [{ id: 'id_token_alone', tone: 'warn' }]],
  [
    'an ID token alone needs no userInfo',
    { ...oidc, responseType: 'id_token', endpoints: { ...oidc.endpoints, userinfo: '' } },
    [{ id: 'id_token_alone', tone: 'warn' }],
  ],
  ['an access token alone', { ...oidc, responseType: 'token' }, [{ id: 'token_alone', tone: 'warn' }]],
  ['plain OAuth', { ...oidc, responseType: 'token', scopes: ['read'] }, []],
  [
    'a response type among the extra parameters',
    { ...oidc, extraParams: [['response_type', 'id_token']] },
    [{ id: 'id_token_alone', tone: 'warn' }],
  ],
  [
    'Cognito with OpenID Connect’s flow',
    { ...pool, responseType: 'id_token token' },
    [{ id: 'cognito_response_type', tone: 'warn', asked: 'id_token token' }],
  ],

  [
    'a flow that is not offered',
    asked({ ...oidc, responseType: 'token', scopes: ['openid'] }, full),
    [
      { id: 'token_alone', tone: 'warn' },
      { id: 'response_type_not_offered', tone: 'warn', asked: 'token', offered: full.response_types_supported },
    ],
  ],
  [
    'a grant that is not offered',
    asked(oidc, { ...full, grant_types_supported: ['authorization_code'] }),
    [{ id: 'implicit_not_offered', tone: 'warn', offered: ['authorization_code'] }],
  ],
  ['a code where implicit is not offered', asked(code, { ...full, grant_types_supported: [] }), []],
  [
    'a response mode that is not offered',
    asked({ ...oidc, responseMode: 'form_post' }, full),
    [{ id: 'response_mode_not_offered', tone: 'warn', asked: 'form_post', offered: ['query', 'fragment'] }],
  ],
  [
    'a scope that is not listed',
    asked({ ...oidc, scopes: ['openid', 'orders:read'] }, full),
    [{ id: 'scopes_not_listed', tone: 'skip', scopes: ['orders:read'] }],
  ],
  [
    'an algorithm that is not offered',
    asked({ ...oidc, ...algs('ES256') }, full),
    [{ id: 'algs_not_offered', tone: 'warn', algs: ['ES256'], offered: ['RS256', 'HS256'] }],
  ],
  [
    'one algorithm of two that is not offered',
    asked({ ...oidc, ...algs('ES256 RS256') }, full),
    [{ id: 'algs_not_offered', tone: 'skip', algs: ['ES256'], offered: ['RS256', 'HS256'] }],
  ],
  [
    'a shared key alone',
    asked(oidc, { ...full, id_token_signing_alg_values_supported: ['HS256'] }),
    [{ id: 'only_hmac_offered', tone: 'warn', offered: ['HS256'] }],
  ],
  [
    'a shared key that is named',
    asked({ ...oidc, ...algs('HS256') }, { ...full, id_token_signing_alg_values_supported: ['HS256'] }),
    [],
  ],
  [
    'PKCE that is not offered',
    asked(code, { ...full, code_challenge_methods_supported: ['plain'] }),
    [{ id: 's256_not_offered', tone: 'warn' }],
  ],
  ['PKCE that is not spoken of', asked(code, {}), [{ id: 's256_not_offered', tone: 'skip' }]],
  ['PKCE at Cognito', asked({ ...pool, issuer, responseType: 'code' }, {}), []],
  [
    'an issuer that will be named',
    asked(oidc, { ...full, authorization_response_iss_parameter_supported: true }),
    [{ id: 'iss_expected', tone: 'skip' }],
  ],

  [
    'offline_access at Cognito',
    { ...pool, scopes: ['openid', 'offline_access'] },
    [{ id: 'cognito_offline_access', tone: 'warn' }],
  ],
  [
    'offline_access without a code',
    { ...oidc, scopes: ['openid', 'offline_access'] },
    [{ id: 'offline_access_ignored', tone: 'skip' }],
  ],
  ['offline_access with a code', code, []],
  ['a code without offline_access', { ...code, scopes: ['openid'] }, [{ id: 'offline_access_missing', tone: 'skip' }]],
  ['a code where offline_access is not listed', asked({ ...code, scopes: ['openid'] }, full), []],
  ['a code at Cognito', { ...pool, responseType: 'code' }, []],
  [
    'a hybrid at Cognito',
    { ...pool, responseType: 'code id_token' },
    [{ id: 'cognito_response_type', tone: 'warn', asked: 'code id_token' }],
  ],
  ['tokens in the query', { ...oidc, responseMode: 'query' }, [{ id: 'query_with_tokens', tone: 'warn' }]],
  [
    'a hybrid in the query',
    { ...code, responseType: 'code token', responseMode: 'query' },
    [{ id: 'query_with_tokens', tone: 'warn' }],
  ],
  ['a code in the query', { ...code, responseMode: 'query' }, []],
  [
    'scopes of a pool',
    asked({ ...pool, issuer, scopes: ['openid', 'phone', 'orders/read', 'aws.cognito.signin.user.admin'] }, full),
    [{ id: 'response_type_not_offered', tone: 'warn', asked: 'token', offered: full.response_types_supported }],
  ],
  [
    'a scope that no pool has',
    { ...pool, scopes: ['openid', 'address'] },
    [{ id: 'cognito_scopes', tone: 'warn', scopes: ['address'] }],
  ],

  [
    'a pool without a domain',
    asked({ ...pool, issuer }, { authorization_endpoint: `${issuer}/pool/authorize` }),
    [{ id: 'no_domain', tone: 'warn' }],
  ],
  ['a pool with one', asked({ ...pool, issuer }, { authorization_endpoint: 'https://d.example/oauth2/authorize' }), []],
  [
    'a pool’s issuer with a slash',
    { ...pool, issuer: `${issuer}/` },
    [{ id: 'issuer_slash', tone: 'warn', other: issuer }],
  ],
  [
    'an issuer that was found without its slash',
    { ...asked(oidc, {}), issuer: `${issuer}/` },
    [{ id: 'issuer_slash', tone: 'warn', other: issuer }],
  ],
  [
    'keys on another host',
    { ...oidc, endpoints: { ...oidc.endpoints, jwks: 'https://keys.example/k' } },
    [{ id: 'keys_elsewhere', tone: 'skip', host: 'keys.example' }],
  ],
  [
    'a provider on this machine',
    { ...oidc, issuer: 'http://localhost:8080', endpoints: { ...oidc.endpoints, jwks: 'http://localhost:8080/k' } },
    [{ id: 'plain_http_here', tone: 'skip', hosts: ['localhost:8080'] }],
  ],
  [
    'a pool on this machine',
    { ...pool, customDomain: 'http://127.0.0.1:4100' },
    [{ id: 'plain_http_here', tone: 'skip', hosts: ['127.0.0.1:4100'] }],
  ],
  [
    'no userInfo endpoint',
    { ...oidc, endpoints: { ...oidc.endpoints, userinfo: ' ' } },
    [{ id: 'no_userinfo', tone: 'skip' }],
  ],
];

const callbacks: [callback: string, notes: object[]][] = [
  [
    'https://app.example.com',
    [{ id: 'callback_slash', tone: 'skip', callback: 'https://app.example.com', other: 'https://app.example.com/' }],
  ],
  [
    ' http://localhost:3000/ ',
    [{ id: 'callback_slash', tone: 'skip', callback: 'http://localhost:3000/', other: 'http://localhost:3000' }],
  ],
  [
    'https://app.example.com/cb/',
    [
      {
        id: 'callback_slash',
        tone: 'skip',
        callback: 'https://app.example.com/cb/',
        other: 'https://app.example.com/cb',
      },
    ],
  ],
  ['https://app.example.com/cb?next=/', []],
  ['http://localhost:3000/cb', []],
  ['http://[::1]:3000/cb', []],
  ['http://app.example.com:8080/cb', [{ id: 'plain_http_callback', tone: 'warn', host: 'app.example.com:8080' }]],
  ['myapp://callback/', []],
  ['nonsense', []],
  ['', []],
];

const clients: [what: string, draft: Draft, secret: SecretState | undefined, notes: object[]][] = [
  ['a public client', code, 'none', []],
  ['a client with its secret', { ...code, clientAuth: 'client_secret_post' }, 'memory', []],
  ['a client whose secret is not looked up yet', { ...code, clientAuth: 'client_secret_post' }, undefined, []],
  ['a secret that is typed', { ...code, clientAuth: 'client_secret_basic', clientSecret: 'typed' }, 'none', []],
  [
    'a secret that is missing',
    { ...code, clientAuth: 'client_secret_basic' },
    'none',
    [{ id: 'secret_missing', tone: 'warn' }],
  ],
  [
    'a secret that is locked',
    { ...code, clientAuth: 'client_secret_basic' },
    'locked',
    [{ id: 'secret_locked', tone: 'warn' }],
  ],
  ['a public client with a secret', code, 'disk', [{ id: 'secret_not_sent', tone: 'warn' }]],
  [
    'a public client with a typed secret',
    { ...code, clientSecret: 's' },
    'none',
    [{ id: 'secret_not_sent', tone: 'warn' }],
  ],
  ['a secret for signatures alone', { ...code, ...algs('HS256') }, 'memory', []],
  ['a flow that calls no token endpoint', { ...oidc, clientAuth: 'client_secret_post' }, 'none', []],
  [
    'a code without a token endpoint',
    { ...code, endpoints: oidc.endpoints },
    'none',
    [{ id: 'no_token_endpoint', tone: 'warn' }],
  ],
  [
    'a token endpoint that discovery names',
    asked({ ...code, endpoints: oidc.endpoints }, { ...full, token_endpoint: `${issuer}/token` }),
    'none',
    [],
  ],
  [
    'client authentication that is not offered',
    asked({ ...code, clientAuth: 'client_secret_post' }, { ...full, token_endpoint_auth_methods_supported: ['none'] }),
    'memory',
    [{ id: 'client_auth_not_offered', tone: 'warn', asked: 'client_secret_post', offered: ['none'] }],
  ],
  [
    'a public client that is not listed',
    asked(code, { ...full, token_endpoint_auth_methods_supported: ['private_key_jwt'] }),
    'none',
    [{ id: 'client_auth_not_offered', tone: 'skip', asked: 'none', offered: ['private_key_jwt'] }],
  ],
  ['a client alone', alone, 'memory', []],
  [
    'a client alone without a secret',
    { ...alone, clientAuth: 'none' },
    'none',
    [{ id: 'client_alone_public', tone: 'warn' }],
  ],
  [
    'a client alone where its grant is not offered',
    asked(alone, { ...full, grant_types_supported: ['authorization_code'] }),
    'memory',
    [{ id: 'client_credentials_not_offered', tone: 'warn', offered: ['authorization_code'] }],
  ],
  [
    'a client alone with scopes of a user at Cognito',
    { ...pool, responseType: '', clientAuth: 'client_secret_basic', scopes: ['openid', 'orders/read'] },
    'memory',
    [{ id: 'cognito_client_scopes', tone: 'warn' }],
  ],
  [
    'a client alone has no callback to speak of',
    { ...alone, callback: 'http://app.example.com/', extraParams: [['client_secret', 's']] },
    'memory',
    [],
  ],
];

describe('a set-up', () => {
  test.each(clients)('is looked through for its client: %s', (_what, draft, secret, notes) => {
    expect(findLint(draft, secret)).toEqual(notes);
  });

  test.each(cases)('is looked through before the login: %s', (_what, draft, notes) => {
    expect(findLint(draft)).toEqual(notes);
  });

  test.each(callbacks)('with the callback "%s"', (callback, notes) => {
    expect(findLint({ ...pool, callback })).toEqual(notes);
  });
});
