import { encodeBase64url } from '../protocol/base64url.ts';
import { answeredClient } from '../protocol/login-client.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { tokenLimit } from './answer-limits.ts';

/** `profile`: that of this browser that it belongs to. `now` in milliseconds. */
type World = { profile: Profile | undefined; isPrivate: boolean; now: number };

/** What is told of an import and of a judging: those of another browser count for nothing. */
const ofHere = /^(?:imported|checked|keys_|metadata_)/;

/** In milliseconds either way: no date is further away (ECMAScript, time values). */
const furthest = 8.64e15;

/**
 * A record of a file as a capture of its own, not judged yet. What the file says of verdicts, of a request and of calls under
 * way is not taken: nothing is expected by it, and nothing is sent for it. The same record has the same id.
 */
export async function takeImported(record: Capture, { profile, isPrivate, now }: World): Promise<Capture> {
  const { id: _, profileId: __, startedHere: ___, verdicts: ____, events, replays, ...told } = record;
  const {
    judgedAt,
    request,
    client,
    tokenCall,
    userinfoSentAt,
    pinned,
    silent,
    intercepted,
    origin,
    sampleKeys,
    ...held
  } = told;
  const text = JSON.stringify([held, ...(isPrivate ? ['private'] : [])]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return {
    ...held,
    id: `imported-${encodeBase64url(new Uint8Array(digest)).slice(0, 27)}`,
    profileId: profile?.id ?? '',
    capturedAt: Math.min(held.capturedAt, now),
    // an answer that is later than the verdicts would be judged again at each start
    ...(held.userinfo && { userinfo: { ...held.userinfo, at: Math.min(held.userinfo.at, now) } }),
    ...(held.userinfoFailure && {
      userinfoFailure: { ...held.userinfoFailure, at: Math.min(held.userinfoFailure.at, now) },
    }),
    ...(profile && { client: answeredClient(profile) }),
    startedHere: false,
    verdicts: [],
    replays,
    events: [...events.filter(({ kind }) => !ofHere.test(kind)), { at: now, kind: 'imported' }],
    origin: 'imported',
  };
}

/** In entries, and in members within members: what is captured has fewer, and what has more takes long to show. */
const [longestList, deepest] = [10_000, 16];

/** The first member of a record that is larger than any that is captured; undefined where all fit. */
export function findTooLarge(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return value.length > tokenLimit ? path : undefined;
  if (typeof value === 'number') return Math.abs(value) > furthest ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > deepest || (Array.isArray(value) && value.length > longestList)) return path;
  for (const [name, member] of Object.entries(value)) {
    const found = findTooLarge(member, path === '' ? name : `${path}.${name}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The profile of this browser that says the same of its client as the one of the file does. */
export function findSameClient(
  of: { clientId: string; callback: string; issuer?: string } | undefined,
  profiles: readonly Profile[],
): Profile | undefined {
  return profiles.find(
    ({ clientId, callback, issuer }) =>
      of !== undefined && clientId === of.clientId && callback === of.callback && issuer === of.issuer,
  );
}
