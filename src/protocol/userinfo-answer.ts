import { findDuplicate } from './json-scan.ts';
import { isJson, mediaType } from './media-type.ts';
import type { Capture } from './records.ts';
import type { Member } from './token.ts';

/** What came, as status and content type have it. `type`: the media type, empty where none was sent. */
export type UserinfoContent =
  | { kind: 'json'; members: Member[] }
  | { kind: 'jwt'; raw: string }
  | { kind: 'other_status' }
  | { kind: 'other_type'; type: string }
  | { kind: 'not_json' }
  /** A member stands twice, so that readers differ in what it says. */
  | { kind: 'duplicate'; name: string }
  | { kind: 'not_object' };

/**
 * A userInfo answer (OpenID Connect Core section 5.3.2): claims come with status 200, as JSON or in a JWT, each under its
 * own content type. Anything else holds none that may be used. The JWT is not read. Never throws.
 */
export function parseUserinfoContent({
  status,
  contentType,
  body,
}: Pick<NonNullable<Capture['userinfo']>, 'status' | 'contentType' | 'body'>): UserinfoContent {
  if (status !== 200) return { kind: 'other_status' };
  const type = mediaType(contentType);
  if (type === 'application/jwt') return { kind: 'jwt', raw: body.trim() };
  if (!isJson(type)) return { kind: 'other_type', type };
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return { kind: 'not_object' };
    const twice = findDuplicate(body, value);
    if (twice) return { kind: 'duplicate', name: String(twice.path.at(-1)).slice(0, 60) };
    return { kind: 'json', members: Object.entries(value) };
  } catch {
    return { kind: 'not_json' };
  }
}
