import type { Get } from '../protocol/fetched.ts';
import { skewOf } from './skew.ts';

/** What fetching an issuer's documents needs of the world. The cache lives in memory as long as the browser runs. */
export type DocumentsWorld = {
  get: Get;
  /** The same for key sets, where requests are told apart by what they are for. */
  getKeys?: Get;
  /** ms */
  now: () => number;
  cache: {
    read: (key: string) => Promise<unknown>;
    write: (key: string, value: unknown) => Promise<void>;
  };
};

/** When a document was fetched, and how far the clock of who sent it was from this one. Both in milliseconds. */
export type Stamp = { fetchedAt: number; skew?: number };

/** Whether two documents can be had at once is not for a check to fail on: without a cache each is fetched. */
export async function readCache({ cache }: DocumentsWorld, key: string): Promise<unknown> {
  return cache.read(key).catch(() => undefined);
}

export async function writeCache({ cache }: DocumentsWorld, key: string, value: unknown): Promise<void> {
  await cache.write(key, value).catch(() => {});
}

/** Gets as the world does, and keeps the skew of the last answer that told one. */
export function watchClock({ get, now }: Pick<DocumentsWorld, 'get' | 'now'>): {
  get: Get;
  skew: () => { skew?: number };
} {
  let skew: number | undefined;
  return {
    get: async (...request) => {
      const fetched = await get(...request);
      skew = skewOf(fetched, now()) ?? skew;
      return fetched;
    },
    skew: () => (skew === undefined ? {} : { skew }),
  };
}
