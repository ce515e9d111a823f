import type { Capture } from '../../protocol/records.ts';
import { readStrictly, type StrictToken } from '../../protocol/strict-token.ts';
import { parseUserinfoContent } from '../../protocol/userinfo-answer.ts';
import { findBodyError, findChallengeError } from '../error-code.ts';

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
  const content = parseUserinfoContent(answer);
  const unusable = (expected: string, actual: string) => ({ kind: 'unusable', expected, actual }) as const;
  switch (content.kind) {
    case 'other_status': {
      const { status } = answer;
      const error = status >= 400 && status < 500 ? findRefusal(answer) : undefined;
      return error === undefined ? unusable('status 200', `status ${status}`) : { kind: 'refused', error };
    }
    case 'jwt':
      return { ...content, token: readStrictly(content.raw) };
    case 'json':
      return { kind: 'json', claims: new Map(content.members) };
    case 'other_type':
      return unusable('application/json or application/jwt', content.type || 'no content type');
    case 'not_json':
      return unusable('a JSON object', 'text that is no JSON');
    case 'duplicate':
      return unusable('each member once', `${content.name} twice`);
    case 'not_object':
      return unusable('a JSON object', 'JSON that is no object');
  }
}

/** 401 and 403 refuse the token, whether a reason comes with them or not; of others the error says so. */
function findRefusal({ status, body, wwwAuthenticate }: NonNullable<Capture['userinfo']>): string | undefined {
  const error = findChallengeError(wwwAuthenticate) ?? findBodyError(body);
  return error ?? (status === 401 || status === 403 ? `status ${status}` : undefined);
}
