import type { Discovered } from '../protocol/discovery.ts';
import type { Get } from '../protocol/fetched.ts';
import type { Profile } from '../protocol/records.ts';
import type { KeySet } from './known.ts';

/** What fetching an issuer's documents needs of the world. The cache lives in memory as long as the browser runs. */
export type DocumentsWorld = {
  get: Get;
  /** ms */
  now: () => number;
  cache: {
    read: (key: string) => Promise<unknown>;
    write: (key: string, value: unknown) => Promise<void>;
  };
};

export type Documents = { discovered: Discovered | undefined; keys: KeySet; clockSkew?: number };

/**
 * The documents of a profile's issuer: its metadata and its key set, from the cache while they are fresh. A key set that
 * holds none of the `kids` is fetched once more, with a cool-down. `anew`: nothing is taken from the cache. Never throws.
 */
export async function fetchDocuments(
  _profile: Profile | undefined,
  _kids: readonly string[],
  _world: DocumentsWorld,
  _options: { anew?: boolean } = {},
): Promise<Documents> {
  return { discovered: undefined, keys: { ok: false, why: 'no_issuer' } };
}
