import type { Fetched, FetchLimits } from '../protocol/fetched.ts';
import { isCallable } from '../protocol/url.ts';

type World = { fetch: typeof fetch; isOnline: () => boolean; now: () => number };

const ourWorld: World = {
  fetch: (...args) => fetch(...args),
  isOnline: () => navigator.onLine,
  now: () => performance.now(),
};

/**
 * One GET that cannot surprise: no redirect followed, no cookies, no referrer, no cache, a time limit and a cap on the
 * body. Decides nothing about the answer. Never throws.
 */
export function guardedGet(
  address: string,
  headers: Record<string, string>,
  limits: FetchLimits,
  world: World = ourWorld,
): Promise<Fetched> {
  return guarded(address, { headers }, limits, world);
}

/**
 * One POST of a form with the same rules. It is asked for once, whatever comes of it; where the connection was kept from an
 * earlier call and is cut before an answer comes, the browser itself may send it again. Never throws.
 */
export function guardedPost(
  address: string,
  body: string,
  headers: Record<string, string>,
  limits: FetchLimits,
  world: World = ourWorld,
): Promise<Fetched> {
  return guarded(address, { method: 'POST', headers, body }, limits, world);
}

async function guarded(address: string, init: RequestInit, limits: FetchLimits, world: World): Promise<Fetched> {
  if (!isCallable(address)) return { ok: false, kind: 'blocked_scheme' };
  const started = world.now();
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await world.fetch(address, {
      ...init,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      return { ok: false, kind: 'redirect' };
    }
    const body = await readCapped(response, limits.maxBytes);
    if (body === undefined) return { ok: false, kind: 'too_large' };
    const durationMs = Math.round(world.now() - started);
    return { ok: true, status: response.status, headers: response.headers, body, durationMs };
  } catch {
    // the reason of a failed fetch is not told to scripts; the error itself may quote the address
    if (signal.aborted) return { ok: false, kind: 'timeout' };
    return { ok: false, kind: world.isOnline() ? 'unreachable' : 'offline' };
  }
}

async function readCapped(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
