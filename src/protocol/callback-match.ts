import type { Profile } from './records.ts';
import { isLoopback, parseUrl } from './url.ts';

export type RegisteredCallback = Pick<Profile, 'callback' | 'anyLoopbackPort'>;

/**
 * Whether a navigation ended at a registered callback: scheme, host, port and path equal as parsed, no user info,
 * and the registered query's own pairs present. Nothing is matched by prefix (RFC 9700 section 2.1).
 */
export function matchesCallback(registered: RegisteredCallback, address: string): boolean {
  const wanted = parseUrl(registered.callback);
  const found = parseUrl(address);
  if (!wanted || !found || found.username !== '' || found.password !== '') return false;
  if (wanted.protocol !== found.protocol || wanted.hostname !== found.hostname) return false;
  if (wanted.pathname !== found.pathname) return false;
  const isAnyPort = registered.anyLoopbackPort === true && isLoopback(wanted.hostname);
  if (!isAnyPort && wanted.port !== found.port) return false;
  return withoutPairs([...found.searchParams], [...wanted.searchParams]) !== undefined;
}

/** The pairs left when each of `own` is taken out once, or undefined when one of them is missing. */
export function withoutPairs(
  pairs: [string, string][],
  own: [string, string][],
): [name: string, value: string][] | undefined {
  const rest = [...pairs];
  for (const [name, value] of own) {
    const at = rest.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (at < 0) return undefined;
    rest.splice(at, 1);
  }
  return rest;
}
