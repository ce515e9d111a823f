import { single, tellingNames } from '../protocol/answer.ts';
import { isSecretName, isTokenLike } from '../protocol/secret-names.ts';
import { parseUrl } from '../protocol/url.ts';
import { readSignInUrl, type SignIn } from '../provider/sign-in-url.ts';

/** A sign-in page that was seen: its address as it may be kept, and the state by which a login started here is known. */
export type SeenPage = { url: string; state?: string };

/** In characters: no further parameter that belongs into a profile is longer. */
const longest = 512;
/** In characters: a shorter state may stand in other values by chance, and guards nothing. */
const shortest = 8;

/** What every profile holds. */
const core = new Set(['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope']);

/** Hold or name the request itself (RFC 9101, RFC 9126), with the state and nonce of this login in it. */
const ofRequest = ['request', 'request_uri'];

/** New for each login, or about the one person who logs in, or a token. */
const ofOneLogin = new Set([
  ...tellingNames,
  ...['state', 'nonce', 'code_challenge', 'code_challenge_method', 'code_verifier', 'login_hint'],
  ...['id_token_hint', 'login_hint_token', 'logout_hint', 'session_state', 'token', 'client_secret'],
  ...['assertion', 'client_assertion', 'SAMLRequest', 'SAMLResponse', 'RelayState'],
  ...ofRequest,
]);

/** In whatever words a provider says it: a session, a token, one step of a login page. */
const readsOfOneLogin = /token|secret|passw|assertion|challenge|nonce|session|ticket|csrf|xsrf/i;

/** Where Cognito itself comes back to from another provider: that request is Cognito's own, not the app's. */
const federationPath = '/oauth2/idpresponse';

/** The authorization request that an address carries (RFC 6749 section 4.1.1), without what is of this one login. */
export function findSignInPage(address: string): SeenPage | undefined {
  const read = readSignInUrl(address);
  if (read.kind !== 'sign_in' || !isRequest(read)) return undefined;
  if (read.callback && parseUrl(read.callback)?.pathname === federationPath) return undefined;
  const url = new URL(address);
  const pairs = [...url.searchParams];
  const state = single(pairs, 'state');
  const secrets = pairs.filter(([name]) => name === 'state' || name === 'nonce').map(([, value]) => value);
  const kept = pairs.filter(([name, value]) => isOfProfile(name, value, secrets));
  url.hash = '';
  url.search = new URLSearchParams(kept).toString();
  return { url: url.href, ...(state && { state }) };
}

/** A sign-in page as it was kept, read again. */
export function readKept(url: string): SignIn | undefined {
  const read = readSignInUrl(url);
  return read.kind === 'sign_in' ? read : undefined;
}

function isRequest({ clientId, callback, responseType, extraParams }: SignIn): boolean {
  const isElsewhere = extraParams.some(([name]) => ofRequest.includes(name));
  return clientId !== undefined && (callback !== undefined || responseType !== undefined || isElsewhere);
}

/** A value may be the whole request once more, with its state: where the login page is to go on to. */
function isOfProfile(name: string, value: string, secrets: string[]): boolean {
  if (core.has(name)) return true;
  if (ofOneLogin.has(name) || readsOfOneLogin.test(name) || isSecretName(name)) return false;
  const isToken = isTokenLike(value) || /^ey[\w-]+\./.test(value);
  const holds = (secret: string) => secret.length >= shortest && value.includes(secret);
  return value.length <= longest && !isToken && !secrets.some(holds);
}
