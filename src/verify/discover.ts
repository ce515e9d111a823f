import { type Discovered, readDiscovery } from '../protocol/discovery.ts';
import type { Fetched, Get } from '../protocol/fetched.ts';
import { parseUrl } from '../protocol/url.ts';

/** 5 s and 256 KB: what a discovery document may take. */
export const discoveryLimits = { timeoutMs: 5_000, maxBytes: 262_144 };

/** Where an issuer's metadata lies (OpenID Connect Discovery section 4.1). A trailing slash is not doubled. */
export function discoveryAddress(issuer: string): string | undefined {
  return parseIssuer(issuer) && `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Where an authorization server without OpenID Connect keeps it: before the path (RFC 8414 section 3.1). */
export function oauthDiscoveryAddress(issuer: string): string | undefined {
  const url = parseIssuer(issuer);
  return url && `${url.origin}/.well-known/oauth-authorization-server${url.pathname.replace(/\/$/, '')}`;
}

/**
 * Fetches and reads the metadata of an issuer. Where the OpenID Connect address answers with another status than 200,
 * that of RFC 8414 is tried; when it brings nothing either, the first answer counts. `now` gives milliseconds. Never
 * throws.
 */
export async function discover(issuer: string, world: { get: Get; now: () => number }): Promise<Discovered> {
  const found = await discoverAt(discoveryAddress(issuer), issuer, world);
  if (found.ok || found.problem !== 'status') return found;
  const second = await discoverAt(oauthDiscoveryAddress(issuer), issuer, world);
  return second.ok || second.problem === 'issuer_mismatch' ? second : found;
}

async function discoverAt(
  address: string | undefined,
  issuer: string,
  { get, now }: { get: Get; now: () => number },
): Promise<Discovered> {
  if (!address) return { ok: false, problem: 'address' };
  return processDiscovery(issuer, await get(address, { Accept: 'application/json' }, discoveryLimits), now());
}

function parseIssuer(issuer: string): URL | undefined {
  const url = parseUrl(issuer);
  return url?.search === '' && url.hash === '' ? url : undefined;
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
