import { type Discovered, readDiscovery } from '../protocol/discovery.ts';
import type { Fetched, Get } from '../protocol/fetched.ts';
import { parseUrl } from '../protocol/url.ts';

/** 5 s and 256 KB: what a discovery document may take. */
export const discoveryLimits = { timeoutMs: 5_000, maxBytes: 262_144 };

/** Where an issuer's metadata lies (OpenID Connect Discovery section 4.1). A trailing slash is not doubled. */
export function discoveryAddress(issuer: string): string | undefined {
  const url = parseUrl(issuer);
  if (url?.search !== '' || url.hash !== '') return undefined;
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Fetches and reads the metadata of an issuer. `now` gives milliseconds. Never throws. */
export async function discover(issuer: string, { get, now }: { get: Get; now: () => number }): Promise<Discovered> {
  const address = discoveryAddress(issuer);
  if (!address) return { ok: false, problem: 'address' };
  return processDiscovery(issuer, await get(address, { Accept: 'application/json' }, discoveryLimits), now());
}

const unanswered = {
  blocked_scheme: 'address',
  offline: 'unreachable',
  unreachable: 'unreachable',
  timeout: 'timeout',
  redirect: 'redirect',
  too_large: 'too_large',
} as const;

function processDiscovery(issuer: string, fetched: Fetched, now: number): Discovered {
  if (!fetched.ok) return { ok: false, problem: unanswered[fetched.kind] };
  if (fetched.status !== 200) return { ok: false, problem: 'status', detail: String(fetched.status) };
  return readDiscovery(issuer, fetched.body, now);
}
