import type { Capture } from '../../protocol/records.ts';
import { readStrictly, type StrictToken } from '../../protocol/strict-token.ts';
import { findBodyError, findChallengeError } from '../error-code.ts';
import { isJson, mediaType, parseMembers } from '../json-members.ts';

type Members = ReadonlyMap<string, unknown>;

/**
 * A userInfo answer as its status and its content type have it (OpenID Connect Core section 5.3.2): claims, claims in a
 * JWT, the provider's refusal by its error code, or something that is not to be used.
 */
export type UserinfoAnswer =
  | { kind: 'json'; claims: Members }
  | { kind: 'jwt'; raw: string; token: StrictToken }
  | { kind: 'refused'; error: string }
  | { kind: 'unusable'; expected: string; actual: string };

export function parseUserinfo(answer: NonNullable<Capture['userinfo']>): UserinfoAnswer {
  const { status, body } = answer;
  const type = mediaType(answer.contentType);
  if (status !== 200) {
    const error = status >= 400 && status < 500 ? findRefusal(answer) : undefined;
    return error === undefined
      ? { kind: 'unusable', expected: 'status 200', actual: `status ${status}` }
      : { kind: 'refused', error };
  }
  if (type === 'application/jwt') return { kind: 'jwt', raw: body.trim(), token: readStrictly(body.trim()) };
  if (!isJson(type)) {
    return { kind: 'unusable', expected: 'application/json or application/jwt', actual: type || 'no content type' };
  }
  const claims = parseMembers(body);
  if (typeof claims !== 'string') return { kind: 'json', claims };
  const actual = claims === 'no_json' ? 'text that is no JSON' : 'JSON that is no object';
  return { kind: 'unusable', expected: 'a JSON object', actual };
}

/** 401 and 403 refuse the token, whether a reason comes with them or not; of others the error says so. */
function findRefusal({ status, body, wwwAuthenticate }: NonNullable<Capture['userinfo']>): string | undefined {
  const error = findChallengeError(wwwAuthenticate) ?? findBodyError(body);
  return error ?? (status === 401 || status === 403 ? `status ${status}` : undefined);
}
