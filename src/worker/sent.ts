/** Notes every request that the extension sends, so that a person can look up what left the browser, and what for. */
import { guardedGet, guardedPost } from '../actions/guarded-fetch.ts';
import type { Fetched, Get, Post } from '../protocol/fetched.ts';
import type { Purpose, SentRequest } from '../protocol/records.ts';
import { withRequest } from '../protocol/sent-requests.ts';
import type { Stores } from '../store/stores.ts';
import type { Forgotten } from './forgotten.ts';

type Context = { stores: Pick<Stores, 'requests'>; now: () => number; forgotten: Pick<Forgotten, 'times'> };

/** Gives for each purpose what sends its requests. Each is noted once it has ended; nothing waits for the note. */
export function createSent(
  { stores, now, forgotten }: Context,
  { get, post }: { get: Get; post: Post } = { get: guardedGet, post: guardedPost },
) {
  type Request = Pick<SentRequest, 'method' | 'purpose'>;
  const noted = async (request: Request, address: string, send: () => Promise<Fetched>): Promise<Fetched> => {
    const at = now();
    const times = forgotten.times();
    const fetched = await send();
    // what our own rules hold back was not sent
    if (fetched.ok || fetched.kind !== 'blocked_scheme') {
      const sent = { at, ...request, origin: new URL(address).origin, ...outcomeOf(fetched, now() - at) };
      // with the memory full it is not noted
      stores.requests.update((all) => (forgotten.times() === times ? withRequest(all, sent) : all)).catch(() => {});
    }
    return fetched;
  };
  return {
    get:
      (purpose: Purpose): Get =>
      (address, headers, limits) =>
        noted({ method: 'GET', purpose }, address, () => get(address, headers, limits)),
    post:
      (purpose: Purpose): Post =>
      (address, body, headers, limits) =>
        noted({ method: 'POST', purpose }, address, () => post(address, body, headers, limits)),
  };
}

export type Sent = ReturnType<typeof createSent>;

function outcomeOf(fetched: Fetched, lasted: number): Pick<SentRequest, 'status' | 'failure' | 'durationMs'> {
  if (!fetched.ok) return { failure: fetched.kind, durationMs: Math.max(0, lasted) };
  return { status: fetched.status, durationMs: fetched.durationMs };
}
