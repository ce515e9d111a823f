import type { Profile } from './records.ts';
import { isLoopback, isWebUrl, parseUrl } from './url.ts';

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
  if (!takesAnyPort(registered, wanted) && wanted.port !== found.port) return false;
  return withoutPairs([...found.searchParams], [...wanted.searchParams]) !== undefined;
}

/** Whether the profile takes any port of a callback on this machine; `url` is the parsed callback (RFC 8252 7.3). */
export function takesAnyPort({ anyLoopbackPort }: RegisteredCallback, url: URL): boolean {
  return anyLoopbackPort === true && isWebUrl(url) && isLoopback(url.hostname);
}

/** Where a login ended, without its answer: no user info, no fragment, and of the query the registered part alone. */
export function withoutAnswer(address: string, callback: string): string {
  const url = parseUrl(address);
  if (!url) return callback;
  url.username = '';
  url.password = '';
  url.hash = '';
  url.search = parseUrl(callback)?.search ?? '';
  return url.href;
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
