import type { Capture, Profile } from '../../src/protocol/records.ts';
import { decodeToken, type Member } from '../../src/protocol/token.ts';
import { explainUserinfoError } from '../../src/provider/explain-error.ts';
import { parseChallenge, parseErrorBody, type Refusal } from './bearer-challenge.ts';
import { hostOf, providerName } from './provider-words.ts';

type Userinfo = NonNullable<Capture['userinfo']>;

/** What a userInfo answer turned out to be. */
export type UserinfoAnswer =
  | { kind: 'claims'; members: readonly Member[]; isToken: boolean }
  | { kind: 'text'; body: string; why: 'empty' | 'encrypted' | 'not_json' | 'not_object' }
  | { kind: 'refused'; heading: string; todo: string; path?: string[]; refusal: Refusal; body: string };

/** Reads a stored answer: the claims of a 200, the text of anything else that came with one, the reason of a refusal. */
export function readUserinfo(userinfo: Userinfo, profile: Profile | undefined): UserinfoAnswer {
  if (userinfo.status < 200 || userinfo.status > 299) return refused(userinfo, profile);
  const token = decodeToken(userinfo.body.trim());
  if (token.kind === 'signed' && token.claims.length > 0)
    return { kind: 'claims', members: token.claims, isToken: true };
  if (token.kind === 'encrypted') return { kind: 'text', body: userinfo.body, why: 'encrypted' };
  const value = parseJson(userinfo.body);
  if (userinfo.body.trim() === '') return { kind: 'text', body: '', why: 'empty' };
  if (value === undefined) return { kind: 'text', body: userinfo.body, why: 'not_json' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'text', body: userinfo.body, why: 'not_object' };
  }
  return { kind: 'claims', members: Object.entries(value), isToken: false };
}

function refused(userinfo: Userinfo, profile: Profile | undefined): UserinfoAnswer {
  const fromHeader = parseChallenge(userinfo.wwwAuthenticate ?? '');
  const refusal = { ...parseErrorBody(userinfo.body), ...fromHeader };
  const words = refusalWords(userinfo.status, refusal, profile);
  return { kind: 'refused', ...words, ...reasonWords(userinfo.status, refusal, profile), refusal, body: userinfo.body };
}

/** RFC 6750 section 3.1, RFC 9449 section 7.1, RFC 9470 section 3. */
const codes = new Set([
  ...['invalid_request', 'invalid_token', 'insufficient_scope'],
  ...['use_dpop_nonce', 'invalid_dpop_proof', 'insufficient_user_authentication'],
]);

/** What the code of a refusal means, where it is one of a call with a token. */
function reasonWords(status: number, { error, ...refusal }: Refusal, profile: Profile | undefined) {
  if (error === undefined || !codes.has(error)) return undefined;
  const { meaning, todo, consolePath } = explainUserinfoError({ error, status, ...refusal }, profile);
  return { todo: `${meaning} ${todo}`, ...(consolePath && { path: consolePath }) };
}

function refusalWords(
  status: number,
  refusal: Refusal,
  profile: Profile | undefined,
): { heading: string; todo: string } {
  const who = providerName(profile);
  if (status === 401 && /openid scope/i.test(refusal.description ?? '')) {
    return {
      heading: `${who} refused the access token: it lacks the scope openid`,
      todo: 'Add openid to the scopes of the profile, then sign in again.',
    };
  }
  if (status === 401) {
    return {
      heading: `${who} refused the access token`,
      todo: 'It is expired or revoked, or the user has signed out everywhere. Sign in again for a fresh one.',
    };
  }
  if (status === 403) {
    return {
      heading: `${who} answered 403: this token may not make the call`,
      todo: `The token lacks ${refusal.scope ? `the scope ${refusal.scope}` : 'a scope, often openid'}, or something in front of the endpoint blocks it. Check the scopes of the profile, then sign in again.`,
    };
  }
  if (status === 404 || status === 405) {
    return {
      heading: `There is no userInfo at ${hostOf(profile?.endpoints.userinfo ?? 'this address')}${status === 405 ? ' for GET' : ''}`,
      todo: 'Compare the userInfo endpoint of the profile with the provider’s discovery document. Case counts: Cognito’s path ends in userInfo.',
    };
  }
  if (status === 429) return { heading: `${who} has had too many calls`, todo: 'Wait a minute, then call again.' };
  if (status >= 500) {
    return {
      heading: `${who} failed with ${status}`,
      todo: 'The fault is on the server’s side; the token may be good. Call again in a moment, then look into the provider’s log.',
    };
  }
  if (status >= 400) {
    return {
      heading: `${who} could not read the call`,
      todo: 'It answers so when the token is malformed. Sign in again for a fresh one.',
    };
  }
  return {
    heading: `userInfo answered ${status}`,
    todo: 'Only 200 carries claims. Check the userInfo endpoint of the profile.',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
