import { isJson, mediaType } from '../../protocol/media-type.ts';
import { findBodyError } from '../error-code.ts';
import { parseMembers } from '../json-members.ts';

/** An answer of the token endpoint as it came: its status, two of its headers and its body. */
export type TokenEndpointAnswer = { status: number; contentType?: string; cacheControl?: string; body: string };

/** The answer with its members, the provider's error by its code, or something that is no token response. */
export type TokenResponse =
  | { kind: 'tokens'; members: ReadonlyMap<string, unknown> }
  | { kind: 'error'; error: string; status: number }
  | { kind: 'unusable'; expected: string; actual: string };

/** Reads an answer as RFC 6749 sections 5.1 and 5.2 have it. Never throws. */
export function parseTokenResponse({ status, contentType, body }: TokenEndpointAnswer): TokenResponse {
  const type = mediaType(contentType);
  if (status !== 200) {
    const error = status >= 400 && status < 500 && isJson(type) ? findBodyError(body) : undefined;
    return error === undefined
      ? { kind: 'unusable', expected: 'status 200', actual: `status ${status}` }
      : { kind: 'error', error, status };
  }
  if (!isJson(type)) return { kind: 'unusable', expected: 'application/json', actual: type || 'no content type' };
  const members = parseMembers(body);
  if (typeof members !== 'string') return { kind: 'tokens', members };
  const actual = members === 'no_json' ? 'text that is no JSON' : 'JSON that is no object';
  return { kind: 'unusable', expected: 'a JSON object', actual };
}

/** A member that is text and not empty, or undefined. */
export function findText(members: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = members.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
