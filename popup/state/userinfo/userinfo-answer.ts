import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { decodeToken, hasReadableClaims, type Member } from '../../../src/protocol/token.ts';
import { parseUserinfoContent } from '../../../src/protocol/userinfo-answer.ts';
import { explainUserinfoError } from '../../../src/provider/explain-error.ts';
import { hostOf, providerName } from '../provider-words.ts';
import { safeText } from '../safe-text.ts';
import { userinfoEndpointOf } from '../token/token-endpoint.ts';
import { parseChallenge, parseErrorBody, type Refusal } from './bearer-challenge.ts';

type Userinfo = NonNullable<Capture['userinfo']>;

/** Why an answer with status 200 holds no claims that may be used. */
export type NoClaims = 'empty' | 'encrypted' | 'no_token' | 'not_json' | 'duplicate' | 'not_object' | 'other_type';

/** What a userInfo answer turned out to be. */
export type UserinfoAnswer =
  | { kind: 'claims'; members: readonly Member[]; isToken: boolean }
  | { kind: 'text'; body: string; why: NoClaims; type: string }
  | { kind: 'refused'; heading: string; todo: string; path?: string[]; refusal: Refusal; body: string };

/** Reads a stored answer: the claims of a 200, the text of anything else that came with one, the reason of a refusal. */
export function readUserinfo(userinfo: Userinfo, profile: Profile | undefined): UserinfoAnswer {
  const content = parseUserinfoContent(userinfo);
  const { body } = userinfo;
  const text = (why: NoClaims, type = '') => ({ kind: 'text' as const, body, why, type: safeText(type.slice(0, 60)) });
  if (content.kind === 'other_status') return refused(userinfo, profile);
  if (body.trim() === '') return text('empty');
  switch (content.kind) {
    case 'json':
      return { kind: 'claims', members: content.members, isToken: false };
    case 'jwt': {
      const token = decodeToken(content.raw);
      if (token.kind === 'encrypted') return text('encrypted');
      if (!hasReadableClaims(token) || token.kind !== 'signed') return text('no_token');
      return { kind: 'claims', members: token.claims, isToken: true };
    }
    case 'other_type':
      return text('other_type', content.type);
    case 'not_json':
    case 'duplicate':
    case 'not_object':
      return text(content.kind);
  }
}

function refused(userinfo: Userinfo, profile: Profile | undefined): UserinfoAnswer {
  const { status, body } = userinfo;
  const refusal = { ...parseErrorBody(body), ...parseChallenge(userinfo.wwwAuthenticate ?? '') };
  const code = codes.has(refusal.error ?? '') ? refusal.error : codeOfStatus(status);
  const words = code === undefined ? statusOnly(status, profile) : codeWords(code, status, refusal, profile);
  return { kind: 'refused', ...words, refusal, body };
}

/** RFC 6750 section 3.1, RFC 9449 section 7.1, RFC 9470 section 3. */
const codes = new Set([
  ...['invalid_request', 'invalid_token', 'insufficient_scope'],
  ...['use_dpop_nonce', 'invalid_dpop_proof', 'insufficient_user_authentication'],
]);

/** RFC 6750 section 3.1: the code that belongs to a status. A 403 may be of anything in front of the endpoint. */
function codeOfStatus(status: number): string | undefined {
  if (status === 400) return 'invalid_request';
  return status === 401 ? 'invalid_token' : undefined;
}

function codeWords(error: string, status: number, refusal: Refusal, profile: Profile | undefined): Words {
  const { heading, meaning, todo, consolePath } = explainUserinfoError({ ...refusal, error, status }, profile);
  return { heading, todo: `${meaning} ${todo}`, ...(consolePath && { path: consolePath }) };
}

type Words = { heading: string; todo: string; path?: string[] };

function statusOnly(status: number, profile: Profile | undefined): Words {
  const who = providerName(profile);
  if (status === 403) {
    return {
      heading: `${who} answered 403: this token may not make the call`,
      todo: 'The token lacks a scope, often openid, or something in front of the endpoint blocks it. Check the scopes of the profile, then sign in again.',
    };
  }
  if (status === 404 || status === 405) {
    return {
      heading: `There is no userInfo at ${hostOf(userinfoEndpointOf(profile) ?? 'this address')}${status === 405 ? ' for GET' : ''}`,
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
  return {
    heading: `userInfo answered ${status}`,
    todo: 'Only 200 carries claims. Check the userInfo endpoint of the profile.',
  };
}
