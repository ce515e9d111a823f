import * as v from 'valibot';
import type { Jwk } from './known.ts';

const jwk = v.record(v.string(), v.unknown());

const noKeys = v.union([
  v.object({ why: v.picklist(['status', 'content_type']), detail: v.string() }),
  v.object({ why: v.picklist(['blocked_scheme', 'offline', 'unreachable', 'timeout', 'redirect']) }),
  v.object({ why: v.picklist(['too_large', 'not_json', 'no_keys', 'too_many_keys']) }),
]);

const entrySchema = v.object({
  fetchedAt: v.number(),
  /** How long that took. */
  durationMs: v.exactOptional(v.number()),
  /** When a key that the set did not hold last made it be fetched anew, and why that brought none, if it did not. */
  missedAt: v.exactOptional(v.number()),
  missedWhy: v.exactOptional(noKeys),
  skew: v.exactOptional(v.number()),
  keys: v.array(jwk),
  retired: v.array(v.object({ key: jwk, seenAt: v.number() })),
});

/** A key set as it lies in the cache. Times in milliseconds. */
export type KeyEntry = v.InferOutput<typeof entrySchema>;

/** Ten minutes, in milliseconds: how long a fetched document is taken for the current one. */
export const freshFor = 600_000;

/** Thirty seconds, in milliseconds: key ids that nobody publishes must not become requests without end. */
const coolDown = 30_000;

const mostRetired = 100;

export function parseKeyEntry(value: unknown): KeyEntry | undefined {
  const parsed = v.safeParse(entrySchema, value);
  return parsed.success ? parsed.output : undefined;
}

export function isFresh({ fetchedAt }: { fetchedAt: number }, now: number): boolean {
  return now >= fetchedAt && now - fetchedAt < freshFor;
}

/** Whether one of the key ids is in neither the set nor what it once held. */
export function lacksKey({ keys, retired }: KeyEntry, kids: readonly string[]): boolean {
  const held = new Set([...keys, ...retired.map(({ key }) => key)].map((key) => key.kid));
  return kids.some((kid) => !held.has(kid));
}

/** Whether a set may be fetched anew for a key that it lacks: the first time at once, then after the cool-down. */
export function mayAskAgain({ missedAt }: KeyEntry, now: number): boolean {
  return missedAt === undefined || now < missedAt || now - missedAt >= coolDown;
}

/**
 * The keys that are gone from a set, each with the moment at which it was last taken for a current one. The newest first,
 * 100 at most. `now` in milliseconds.
 */
export function retire(keys: readonly Jwk[], earlier: KeyEntry | undefined, now: number): KeyEntry['retired'] {
  if (!earlier) return [];
  const held = new Set(keys.map((key) => JSON.stringify(key)));
  const seenAt = Math.min(now, earlier.fetchedAt + freshFor);
  const gone = [...earlier.keys.map((key) => ({ key, seenAt })), ...earlier.retired];
  return gone.filter(({ key }) => !held.has(JSON.stringify(key))).slice(0, mostRetired);
}
