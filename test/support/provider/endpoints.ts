import { createHash, randomBytes } from 'node:crypto';
import type { Fault } from './faults.ts';
import { accessTokenOf, type Grant, type Issuer, idTokenOf, jarmOf } from './issue.ts';
import type { Values } from './signing.ts';

/** The metadata of the issuer (OpenID Connect Discovery section 3). */
export function metadataOf({ issuer, isCognito }: Issuer, { metadata = (values) => values }: Fault): Values {
  return metadata({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code', 'token', 'id_token', 'id_token token', 'code id_token', 'code token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...(!isCognito && { code_challenge_methods_supported: ['S256'] }),
  });
}

/** What was granted for each code and refresh token, and whose each access token is. */
type Memory = { grants: Map<string, Grant>; clients: Map<string, string> };

/** Where the browser goes with the answer, and the form that it posts there (RFC 6749 section 4.2.2). */
export function authorize(
  us: Issuer,
  query: URLSearchParams,
  fault: Fault,
  { grants, clients }: Memory,
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
  if (accessToken) clients.set(accessToken, clientId);
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
    // nobody is signed in here
    ...(asked('prompt') === 'none' ? { error: 'login_required' } : success),
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

/** A token answer, or an error (RFC 6749 sections 4.1.3, 5 and 6). A code or a refresh token is good for one answer. */
export function exchange(us: Issuer, form: URLSearchParams, fault: Fault, { grants, clients }: Memory): Values {
  const isRefresh = form.get('grant_type') === 'refresh_token';
  const given = form.get(isRefresh ? 'refresh_token' : 'code') ?? '';
  const grant = grants.get(given);
  grants.delete(given);
  if (!grant || !(isRefresh || isOfRequest(form, grant))) return { error: 'invalid_grant' };
  const { scope } = grant;
  const accessToken = accessTokenOf(us, grant.clientId, scope);
  const refreshToken = randomBytes(24).toString('base64url');
  grants.set(refreshToken, grant);
  clients.set(accessToken, grant.clientId);
  const { token = same, idToken = {}, refreshed = idToken } = fault;
  return token({
    access_token: accessToken,
    refresh_token: refreshToken,
    token_type: 'Bearer',
    expires_in: 3600,
    scope,
    ...(scope.includes('openid') && {
      id_token: idTokenOf(us, grant, { accessToken }, { idToken: isRefresh ? refreshed : idToken }),
    }),
  });
}

/** RFC 7636 section 4.6. */
function isOfRequest(form: URLSearchParams, { redirectUri, challenge }: Grant): boolean {
  const hash = createHash('sha256').update(form.get('code_verifier') ?? '');
  return redirectUri === form.get('redirect_uri') && challenge === hash.digest('base64url');
}

function same(values: Values): Values {
  return values;
}
