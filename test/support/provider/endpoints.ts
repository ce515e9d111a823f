import { randomBytes } from 'node:crypto';
import type { Fault } from './faults.ts';
import { accessTokenOf, type Grant, type Issuer, idTokenOf, jarmOf } from './issue.ts';
import type { Memory } from './memory.ts';
import type { Values } from './signing.ts';

/** The metadata of the issuer (OpenID Connect Discovery section 3). */
export function metadataOf({ issuer, isCognito }: Issuer, { metadata = (values) => values }: Fault): Values {
  return metadata({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    revocation_endpoint: `${issuer}/revoke`,
    end_session_endpoint: `${issuer}/end`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: [...responseTypes, ...hybrids],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...(!isCognito && { code_challenge_methods_supported: ['S256'] }),
  });
}

const responseTypes = ['code', 'token', 'id_token', 'id_token token'];
const hybrids = ['code id_token', 'code token', 'code id_token token'];

/** `isSignedIn`: this browser has a session here. Everybody else signs in unasked, but for a request that shows no page. */
export type Authorizing = { query: URLSearchParams; isSignedIn: boolean };

/** Where the browser goes with the answer, and the form that it posts there (RFC 6749 section 4.2.2). */
export function authorize(
  us: Issuer,
  { query, isSignedIn }: Authorizing,
  fault: Fault,
  { grants, accessTokens }: Memory,
): { to: string; form?: [string, string][] } {
  const asked = (name: string) => query.get(name) ?? undefined;
  const clientId = asked('client_id') ?? '';
  const types = new Set((asked('response_type') ?? '').split(' '));
  const scope = asked('scope') ?? '';
  const grant: Grant = {
    clientId,
    redirectUri: asked('redirect_uri') ?? '',
    scope,
    state: asked('state'),
    nonce: asked('nonce'),
    challenge: asked('code_challenge'),
    authTime: Math.floor(us.now() / 1000) - 5,
  };
  const code = types.has('code') ? randomBytes(16).toString('hex') : undefined;
  if (code) grants.set(code, grant);
  const accessToken = types.has('token') ? accessTokenOf(us, clientId, scope) : undefined;
  if (accessToken) accessTokens.set(accessToken, { clientId, grant });
  // a pool brings an ID token with `token`, as OpenID Connect does not know it
  const hasIdToken = types.has('id_token') || (us.isCognito && types.has('token') && scope.includes('openid'));
  const success = {
    ...(hasIdToken && { id_token: idTokenOf(us, grant, { code, accessToken }, fault) }),
    ...(accessToken && { access_token: accessToken, expires_in: '3600', token_type: 'Bearer' }),
    ...(code && { code }),
  };
  const { metadata = same, answer = same } = fault;
  const sendsIss = metadata({}).authorization_response_iss_parameter_supported === true;
  const params = answer({
    ...(asked('prompt') === 'none' && !isSignedIn ? { error: 'login_required' } : success),
    ...(grant.state !== undefined && { state: grant.state }),
    ...(sendsIss && { iss: us.issuer }),
  });
  const usual = types.size === 1 && types.has('code') ? 'query' : 'fragment';
  const mode = asked('response_mode') ?? usual;
  const sent = mode === 'jwt' ? { response: jarmOf(us, params, clientId, fault) } : params;
  return delivered(sent, grant.redirectUri, mode === 'jwt' ? usual : mode);
}

function delivered(params: Values, to: string, mode: string): { to: string; form?: [string, string][] } {
  const pairs = Object.entries(params).map(([name, value]): [string, string] => [name, String(value)]);
  if (mode === 'form_post') return { to, form: pairs };
  return { to: `${to}${mode === 'query' ? '?' : '#'}${new URLSearchParams(pairs)}` };
}

function same(values: Values): Values {
  return values;
}
