// What an authorize request deserves: an answer, an error at the callback, or the pool's own error page.

/** @typedef {import('./clients.mjs').Client} Client */

/**
 * @typedef {object} AcceptedRequest
 * @property {'accepted'} kind
 * @property {Client} client
 * @property {string} redirectUri
 * @property {'code' | 'token'} responseType
 * @property {string} scope
 * @property {string | undefined} state
 * @property {string | undefined} nonce
 * @property {string | undefined} codeChallenge
 * @property {Set<string>} prompts
 */

/** @typedef {{ kind: 'errorPage', error: string, clientId?: string }} ErrorPage */
/**
 * @typedef {object} CallbackError
 * @property {'callbackError'} kind
 * @property {string} redirectUri
 * @property {string} error
 * @property {string} [reason] What is really wrong, when `error` is only the general code.
 * @property {string | undefined} state
 * @property {boolean} inFragment
 */

/** @typedef {AcceptedRequest | ErrorPage | CallbackError | { kind: 'emptyAnswer' }} Judgement */

const identityProvider = 'COGNITO';
const needOpenid = ['email', 'phone', 'profile'];

/**
 * @param {URLSearchParams} query
 * @param {Client[]} clients
 * @param {{ managedLogin: boolean }} settings
 * @returns {Judgement}
 */
export function judgeAuthorize(query, clients, { managedLogin }) {
  const get = (/** @type {string} */ name) => query.get(name) || undefined;

  const clientId = get('client_id');
  if (!clientId) return { kind: 'errorPage', error: 'Required parameters missing' };
  const client = clients.find((candidate) => candidate.clientId === clientId);
  if (!client) return { kind: 'errorPage', error: 'invalid_request', clientId };

  const onlyCallback = client.callbacks.length === 1 ? client.callbacks[0] : undefined;
  const redirectUri = get('redirect_uri') ?? onlyCallback;
  if (!redirectUri && client.callbacks.length > 1) return { kind: 'errorPage', error: 'Required parameters missing' };
  if (!redirectUri || !client.callbacks.includes(redirectUri)) {
    return { kind: 'errorPage', error: 'redirect_mismatch', clientId };
  }
  if ((get('identity_provider') ?? identityProvider) !== identityProvider) {
    return { kind: 'errorPage', error: 'invalid_request', clientId };
  }

  const state = get('state');
  if (state !== undefined && isJsonObject(state)) return { kind: 'emptyAnswer' };

  const responseType = get('response_type');
  /** @returns {CallbackError} */
  const refuse = (/** @type {string | undefined} */ reason) => ({
    kind: 'callbackError',
    redirectUri,
    error: 'invalid_request',
    ...(reason && { reason }),
    state,
    inFragment: responseType === 'token',
  });

  if (responseType !== 'code' && responseType !== 'token') return refuse(undefined);
  if (!client.responseTypes.includes(responseType)) return refuse('unauthorized_client');

  const codeChallenge = get('code_challenge');
  if (codeChallenge && get('code_challenge_method') !== 'S256') return refuse(undefined);
  if (codeChallenge && !/^[\w-]{43}$/.test(codeChallenge)) return refuse(undefined);

  const asked = get('scope')?.split(' ').filter(Boolean) ?? [];
  const scopes = asked.length > 0 ? asked : client.scopes;
  if (!scopes.every((scope) => client.scopes.includes(scope))) return refuse('invalid_scope');
  if (!scopes.includes('openid') && scopes.some((scope) => needOpenid.includes(scope))) return refuse('invalid_scope');
  if (get('resource') && !managedLogin) return refuse('invalid_scope');

  return {
    kind: 'accepted',
    client,
    redirectUri,
    responseType,
    scope: [...new Set(scopes)].join(' '),
    state,
    nonce: get('nonce'),
    codeChallenge,
    prompts: new Set(managedLogin ? get('prompt')?.split(' ') : []),
  };
}

/** @param {string} text */
function isJsonObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
