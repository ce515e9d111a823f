import * as v from 'valibot';
import { type Discovered, readMetadata } from '../protocol/discovery.ts';
import type { Profile } from '../protocol/records.ts';
import { discover } from './discover.ts';
import { type DocumentsWorld, readCache, type Stamp, watchClock, writeCache } from './document-world.ts';
import { isFresh } from './key-entry.ts';
import { singleFlight } from './single-flight.ts';

const entrySchema = v.object({
  fetchedAt: v.number(),
  skew: v.exactOptional(v.number()),
  document: v.record(v.string(), v.unknown()),
});

export type Metadata = { discovered: Discovered; stamp?: Stamp };

/**
 * The metadata of an issuer: out of the cache while it is fresh, else fetched, else as it was saved with the profile.
 * A failure is not kept. A document that names another issuer is the answer, whatever was saved.
 */
export async function findMetadata(
  issuer: string,
  saved: Profile['metadata'],
  world: DocumentsWorld,
  anew: boolean,
): Promise<Metadata> {
  const kept = anew ? undefined : await readKept(issuer, world);
  if (kept) return kept;
  const key = keyOf(issuer);
  const fetched = await singleFlight(world, key, () => fetchMetadata(issuer, world));
  const { discovered } = fetched;
  if (discovered.ok || discovered.problem === 'issuer_mismatch' || !saved) return fetched;
  const earlier = readMetadata(issuer, saved.document, saved.fetchedAt);
  const { ok: _, ...savedFor } = discovered;
  return earlier.ok ? { discovered: { ...earlier, savedFor } } : fetched;
}

async function readKept(issuer: string, world: DocumentsWorld): Promise<Metadata | undefined> {
  const parsed = v.safeParse(entrySchema, await readCache(world, keyOf(issuer)));
  if (!parsed.success || !isFresh(parsed.output, world.now())) return undefined;
  const { document, ...stamp } = parsed.output;
  return { discovered: readMetadata(issuer, document, stamp.fetchedAt), stamp };
}

async function fetchMetadata(issuer: string, world: DocumentsWorld): Promise<Metadata> {
  const clock = watchClock(world);
  const discovered = await discover(issuer, { get: clock.get, now: world.now });
  if (!discovered.ok) return { discovered };
  const { fetchedAt, document } = discovered.metadata;
  const stamp = { fetchedAt, ...clock.skew() };
  await writeCache(world, keyOf(issuer), { ...stamp, document });
  return { discovered, stamp };
}

function keyOf(issuer: string): string {
  return `metadata ${issuer}`;
}
