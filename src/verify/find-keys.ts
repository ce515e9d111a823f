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
  const kept = parseKeyEntry(await readCache(world, keyOf(address)));
  if (anew || !kept || !isFresh(kept, world.now())) return toKeys(address, await fetchOnce(address, world));
  if (!lacksKey(kept, kids) || !mayAskAgain(kept, world.now())) return toKeys(address, { ok: true, entry: kept });
  const missed = await fetchOnce(address, world, true);
  // with the issuer out of reach, what is known still serves for the keys that it holds
  const isOfUse = kids.some((kid) => !lacksKey(kept, [kid]));
  return toKeys(address, missed.ok || !isOfUse ? missed : { ok: true, entry: kept });
}

/** `isMissed`: a key id is the cause, which counts for the cool-down whatever the answer. */
function fetchOnce(address: string, world: DocumentsWorld, isMissed = false): Promise<Fetch> {
  return singleFlight(keyOf(address), async () => {
    const clock = watchClock(world);
    const read = readKeySet(await clock.get(address, { Accept: 'application/json' }, keySetLimits));
    const earlier = parseKeyEntry(await readCache(world, keyOf(address)));
    const now = world.now();
    const missedAt = isMissed ? now : earlier?.missedAt;
    const asked = missedAt === undefined ? {} : { missedAt };
    if (!read.ok) {
      if (earlier && isMissed) await writeCache(world, keyOf(address), { ...earlier, ...asked });
      return read;
    }
    const { keys } = read;
    const entry = { fetchedAt: now, ...asked, ...clock.skew(), keys, retired: retire(keys, earlier, now) };
    await writeCache(world, keyOf(address), entry);
    return { ok: true, entry };
  });
}

function toKeys(address: string, fetched: Fetch): { keys: KeySet; stamp?: Stamp } {
  if (!fetched.ok) return { keys: { ...fetched, address } };
  const { keys, retired, fetchedAt, skew } = fetched.entry;
  const stamp = { fetchedAt, ...(skew !== undefined && { skew }) };
  return { keys: { ok: true, address, fetchedAt, keys, retired }, stamp };
}

function keyOf(address: string): string {
  return `keys ${address}`;
}
