import { scanJson } from '../../protocol/json-scan.ts';
import { isJson, mediaType } from '../../protocol/media-type.ts';
import { findBodyError } from '../error-code.ts';
import { parseMembers } from '../json-members.ts';

/** An answer of the token endpoint as it came: its status, two of its headers and its body. */
export type TokenEndpointAnswer = { status: number; contentType?: string; cacheControl?: string; body: string };

/**
 * The answer with its members, the provider's error by its code, or something that is no token response. `fault`: what is
 * wrong with an answer that brings an access token all the same.
 */
export type TokenResponse =
  | { kind: 'tokens'; members: ReadonlyMap<string, unknown>; fault?: { expected: string; actual: string } }
  | { kind: 'error'; error: string; status: number }
  | { kind: 'unusable'; expected: string; actual: string };

/** Reads an answer as RFC 6749 sections 5.1 and 5.2 have it. Never throws. */
export function parseTokenResponse({ status, contentType, body }: TokenEndpointAnswer): TokenResponse {
  const type = mediaType(contentType);
  const members = parseMembers(body);
  const isRead = typeof members !== 'string';
  const hasToken = isRead && findText(members, 'access_token') !== undefined;
  if (status >= 200 && status < 300 && hasToken) return { kind: 'tokens', members, ...faultOf(status, type, body) };
  if (status !== 200) {
    const error = status >= 400 && status < 500 && isJson(type) ? findBodyError(body) : undefined;
    return error === undefined
      ? { kind: 'unusable', expected: 'status 200', actual: `status ${status}` }
      : { kind: 'error', error, status };
  }
  const error = isRead ? findText(members, 'error') : undefined;
  if (error !== undefined) return { kind: 'error', error, status };
  if (!isJson(type)) return { kind: 'unusable', ...otherType(type) };
  if (isRead) return { kind: 'tokens', members, ...faultOf(status, type, body) };
  const actual = members === 'no_json' ? 'text that is no JSON' : 'JSON that is no object';
  return { kind: 'unusable', expected: 'a JSON object', actual };
}

/** What a strict reader refuses of an answer that holds what it should. */
function faultOf(status: number, type: string, body: string): { fault?: { expected: string; actual: string } } {
  if (status !== 200) return { fault: { expected: 'status 200', actual: `status ${status}` } };
  if (!isJson(type)) return { fault: otherType(type) };
  const { duplicate } = scanJson(body);
  if (!duplicate) return {};
  return { fault: { expected: 'each name once', actual: `${duplicate.path.join('.')} twice` } };
}

function otherType(type: string): { expected: string; actual: string } {
  return { expected: 'application/json', actual: type || 'no content type' };
}

/** A member that is text and not empty, or undefined. */
export function findText(members: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = members.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
