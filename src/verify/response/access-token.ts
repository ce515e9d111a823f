import type { CheckId } from '../../protocol/checks.ts';
import type { Verdict } from '../../protocol/records.ts';
import { failed, notChecked, notStartedHere, passed } from '../verdict.ts';
import {
  type AuthorizationResponse,
  aboutAccessToken,
  findValue,
  hasValue,
  isRepeated,
} from './authorization-response.ts';
import { cameTwice, noUrl } from './reasons.ts';

/** `token_type`, `expires_in` and `scope`: what came with an access token. */
export function judgeBesideAccessToken(response: AuthorizationResponse): Verdict[] {
  if (!hasValue(response, 'access_token')) return [];
  return [
    beside(response, 'token_type', judgeType),
    beside(response, 'expires_in', judgeLifetime),
    ...(isScopeListed(response) ? [beside(response, 'scope', judgeScope)] : []),
  ];
}

type Judge = (response: AuthorizationResponse) => Verdict;

/** A value that cannot be known is not judged. */
function beside(response: AuthorizationResponse, name: CheckId, judge: Judge): Verdict {
  const about = aboutAccessToken(response);
  if (response.isTokenAlone) return notChecked(name, noUrl, about);
  return isRepeated(response, name) ? notChecked(name, cameTwice(name), about) : judge(response);
}

/** RFC 6749 sections 4.2.2 and 7.1: required, without regard to case; a token of an unknown type is not used. */
function judgeType(response: AuthorizationResponse): Verdict {
  const about = aboutAccessToken(response);
  const type = findValue(response, 'token_type') ?? response.capture.tokenType;
  if (type !== undefined && /^(?:bearer|dpop)$/i.test(type)) return passed('token_type', about);
  return failed('token_type', { expected: 'Bearer or DPoP', actual: type ?? 'none' }, about);
}

/** RFC 6749 section 4.2.2: optional, in seconds. */
function judgeLifetime(response: AuthorizationResponse): Verdict {
  const about = aboutAccessToken(response);
  const text = findValue(response, 'expires_in');
  if (text === undefined || /^\d+$/.test(text)) return passed('expires_in', about);
  return failed('expires_in', { expected: 'a number of seconds', actual: text }, about);
}

function isScopeListed(response: AuthorizationResponse): boolean {
  const { capture, isTokenAlone } = response;
  if (isTokenAlone) return scopeOf(response) !== undefined;
  return capture.request !== undefined || scopeOf(response) !== undefined || isRepeated(response, 'scope');
}

function scopeOf(response: AuthorizationResponse): string | undefined {
  return findValue(response, 'scope') ?? response.capture.scope;
}

/** RFC 6749 sections 3.3 and 4.2.2: absent means as asked for. The order says nothing. */
function judgeScope(response: AuthorizationResponse): Verdict {
  const about = aboutAccessToken(response);
  const { request } = response.capture;
  const scope = scopeOf(response);
  if (!request) return notChecked('scope', notStartedHere, about);
  if (scope === undefined) return passed('scope', about);
  const expected = listed(request.scopes);
  const actual = listed(scope.split(' '));
  if (expected === actual) return passed('scope', about);
  return failed('scope', { expected: expected || 'none', actual: actual || 'none' }, about);
}

function listed(scopes: string[]): string {
  return [...new Set(scopes.filter(Boolean))].sort().join(' ');
}
