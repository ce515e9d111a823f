import type { Fetched } from '../protocol/fetched.ts';
import { isJson } from '../protocol/media-type.ts';
import { privateMembers } from './key-faults.ts';
import type { Jwk, NoKeys } from './known.ts';

/** 5 s and 256 KB: what a key set may take. */
export const keySetLimits = { timeoutMs: 5_000, maxBytes: 262_144 };

const mostKeys = 100;
const mostOperations = 20;
const texts = ['kty', 'kid', 'use', 'alg', 'crv', 'n', 'e', 'x', 'y'];

/** The keys of a key set as it came (RFC 7517 section 5), or why there are none. Never throws. */
export function readKeySet(fetched: Fetched): { ok: true; keys: Jwk[] } | ({ ok: false } & NoKeys) {
  if (!fetched.ok) return { ok: false, why: fetched.kind };
  if (fetched.status !== 200) return { ok: false, why: 'status', detail: String(fetched.status) };
  const type = contentType(fetched.headers);
  if (!isReadableType(type)) return { ok: false, why: 'content_type', detail: type };
  const document = parseObject(fetched.body);
  if (!document) return { ok: false, why: 'not_json' };
  const { keys } = document;
  if (!Array.isArray(keys)) return { ok: false, why: 'no_keys' };
  if (keys.length > mostKeys) return { ok: false, why: 'too_many_keys' };
  const read = keys.flatMap((key) => (isObject(key) ? [reduce(key)] : []));
  return read.length > 0 ? { ok: true, keys: read } : { ok: false, why: 'no_keys' };
}

function contentType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase().slice(0, 100);
}

/** JSON under its own names, or under none. */
function isReadableType(type: string): boolean {
  return type === '' || isJson(type);
}

/**
 * A key with the members that are looked at, and no more: whatever else came is neither kept nor stored. Of a private
 * member the name is kept, never the value.
 */
function reduce(key: Record<string, unknown>): Jwk {
  const members: [string, unknown][] = [];
  for (const name of texts) {
    if (typeof key[name] === 'string') members.push([name, key[name]]);
  }
  if (Object.hasOwn(key, 'key_ops')) members.push(['key_ops', operations(key.key_ops)]);
  for (const name of privateMembers) {
    if (Object.hasOwn(key, name)) members.push([name, '']);
  }
  return Object.fromEntries(members);
}

/** What is no list of texts allows nothing. */
function operations(value: unknown): string[] {
  if (!Array.isArray(value) || value.length > mostOperations) return [];
  return value.filter((operation) => typeof operation === 'string');
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
