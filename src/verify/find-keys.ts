import { type DocumentsWorld, readCache, type Stamp, watchClock, writeCache } from './document-world.ts';
import { isFresh, type KeyEntry, lacksKey, mayAskAgain, parseKeyEntry, retire } from './key-entry.ts';
import type { KeySet, NoKeys } from './known.ts';
import { keySetLimits, readKeySet } from './read-key-set.ts';
import { singleFlight } from './single-flight.ts';

type Fetch = { ok: true; entry: KeyEntry } | ({ ok: false } & NoKeys);

/**
 * The key set at an address: out of the cache while it is fresh, else fetched. When it lacks one of the key ids it is
 * fetched once more, with a cool-down that counts from the last time a key id was the cause: a rotation right after a
 * first login is seen at once. A failure is not kept.
 */
export async function findKeys(
  address: string,
  kids: readonly string[],
  world: DocumentsWorld,
  anew: boolean,
): Promise<{ keys: KeySet; stamp?: Stamp }> {
  const kept = await readKept(address, world);
  if (anew || !kept || !isFresh(kept, world.now())) return toKeys(address, await fetchOnce(address, world));
  if (!lacksKey(kept, kids)) return toKeys(address, { ok: true, entry: kept });
  const missed = mayAskAgain(kept, world.now()) ? await fetchOnce(address, world, true) : lastMissed(kept);
  // with the issuer out of reach, what is known still serves for the keys that it holds
  const isOfUse = kids.some((kid) => !lacksKey(kept, [kid]));
  return toKeys(address, missed.ok || !isOfUse ? missed : { ok: true, entry: kept });
}

/**
 * A key set newer than the one that a signature does not fit: the issuer may have changed a key and kept its id. Fetched
 * under the same cool-down as for a key id, unless it came for this very judging, which began at `since` (ms). Undefined
 * when there is none to be had.
 */
export async function findNewerKeys(
  { address, fetchedAt }: KeySet & { ok: true },
  world: DocumentsWorld,
  since: number,
): Promise<KeySet | undefined> {
  if (fetchedAt >= since) return undefined;
  const kept = await readKept(address, world);
  if (kept && kept.fetchedAt > fetchedAt) return toKeys(address, { ok: true, entry: kept }).keys;
  if (kept && !mayAskAgain(kept, world.now())) return undefined;
  const fetched = await fetchOnce(address, world, true);
  return fetched.ok ? toKeys(address, fetched).keys : undefined;
}

async function readKept(address: string, world: DocumentsWorld): Promise<KeyEntry | undefined> {
  return parseKeyEntry(await readCache(world, keyOf(address)));
}

/** During the cool-down: what came of the last time that the set was fetched for a key. */
function lastMissed(entry: KeyEntry): Fetch {
  return entry.missedWhy ? { ok: false, ...entry.missedWhy } : { ok: true, entry };
}

/** `isMissed`: a key that is lacking is the cause, which counts for the cool-down whatever the answer. */
function fetchOnce(address: string, world: DocumentsWorld, isMissed = false): Promise<Fetch> {
  return singleFlight(world, keyOf(address), async () => {
    const clock = watchClock({ ...world, get: world.getKeys ?? world.get });
    const fetched = await clock.get(address, { Accept: 'application/json' }, keySetLimits);
    const read = readKeySet(fetched);
    const earlier = await readKept(address, world);
    const now = world.now();
    if (!read.ok) {
      const { ok: _, ...missedWhy } = read;
      if (earlier && isMissed) await writeCache(world, keyOf(address), { ...earlier, missedAt: now, missedWhy });
      return read;
    }
    const { keys } = read;
    const missedAt = isMissed ? now : earlier?.missedAt;
    const asked = missedAt === undefined ? {} : { missedAt };
    const lasted = fetched.ok ? { durationMs: fetched.durationMs } : {};
    const entry = { fetchedAt: now, ...lasted, ...asked, ...clock.skew(), keys, retired: retire(keys, earlier, now) };
    await writeCache(world, keyOf(address), entry);
    return { ok: true, entry };
  });
}

function toKeys(address: string, fetched: Fetch): { keys: KeySet; stamp?: Stamp } {
  if (!fetched.ok) return { keys: { ...fetched, address } };
  const { keys, retired, fetchedAt, durationMs, skew } = fetched.entry;
  const stamp = { fetchedAt, ...(skew !== undefined && { skew }) };
  const lasted = durationMs === undefined ? {} : { durationMs };
  return { keys: { ok: true, address, fetchedAt, ...lasted, keys, retired }, stamp };
}

function keyOf(address: string): string {
  return `keys ${address}`;
}
