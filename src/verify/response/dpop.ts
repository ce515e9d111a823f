import type { Profile, Verdict } from '../../protocol/records.ts';
import { readStrictly } from '../../protocol/strict-token.ts';
import { type About, failed, notChecked, notStartedHere, passed } from '../verdict.ts';
import { type AuthorizationResponse, aboutAccessToken, findValue, hasValue } from './authorization-response.ts';

/** RFC 9449 sections 5, 6 and 10: the access token is bound to the key whose thumbprint the request named. */
export function judgeDpop(response: AuthorizationResponse): Verdict[] {
  const { capture, profile, isTokenAlone } = response;
  if (!hasValue(response, 'access_token') || isTokenAlone) return [];
  const type = findValue(response, 'token_type') ?? capture.tokenType;
  const isBound = type?.toLowerCase() === 'dpop';
  const asked = askedKey(profile);
  if (asked === undefined && !isBound) return [];
  const about = aboutAccessToken(response);
  if (!capture.request) return [notChecked('dpop', notStartedHere, about)];
  if (asked === undefined) return [notChecked('dpop', notOurKey, about)];
  if (type === undefined) return [notChecked('dpop', noType, about)];
  if (!isBound) return [failed('dpop', { expected: 'DPoP', actual: type }, about)];
  return [judgeKey(asked, findValue(response, 'access_token'), about)];
}

function askedKey(profile: Profile | undefined): string | undefined {
  return profile?.extraParams.find(([name, value]) => name === 'dpop_jkt' && value !== '')?.[1];
}

function judgeKey(asked: string, text: string | undefined, about: About): Verdict {
  const token = text === undefined ? undefined : readStrictly(text);
  if (token?.kind !== 'signed') return notChecked('dpop', opaque, about);
  const named = thumbprintIn(token.claims.get('cnf'));
  if (named === undefined) return notChecked('dpop', opaque, about);
  return named === asked ? passed('dpop', about) : failed('dpop', { expected: asked, actual: named }, about);
}

function thumbprintIn(cnf: unknown): string | undefined {
  const jkt = typeof cnf === 'object' && cnf !== null ? new Map<string, unknown>(Object.entries(cnf)).get('jkt') : cnf;
  return typeof jkt === 'string' ? jkt : undefined;
}

const notOurKey =
  'The token is bound to a key that this extension does not have. Send dpop_jkt with the request, as an extra parameter of the profile, to compare it.';
const noType = 'The answer names no token type, which has a check of its own. Sign in again to check this.';
const opaque = 'The access token does not say which key it is bound to. Its API can tell.';
