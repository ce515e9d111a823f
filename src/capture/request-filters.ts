import { isCustomScheme, watchesRequests } from '../protocol/needs.ts';
import type { Profile } from '../protocol/records.ts';
import { hostPattern, parseUrl } from '../protocol/url.ts';

/** What is watched through webRequest: requests for these addresses, or redirects that servers at them answer with. */
export type RequestFilter = { on: 'request' | 'redirect'; urls: string[] };

/**
 * What the profiles that need it have watched: requests for their callbacks, and for an app's own scheme the redirects
 * of the provider. What passes is matched again, exactly. The order is stable, so that lists can be compared as text.
 */
export function requestFilters(profiles: Profile[]): RequestFilter[] {
  const watching = profiles.filter(watchesRequests);
  const callbacks = watching.map(({ callback }) => pagePattern(callback));
  const providers = watching
    .filter(({ callback }) => isCustomScheme(callback))
    .map(({ endpoints }) => hostPattern(endpoints.authorization));
  const filters: RequestFilter[] = [
    { on: 'request', urls: distinct(callbacks) },
    { on: 'redirect', urls: distinct(providers) },
  ];
  return filters.filter(({ urls }) => urls.length > 0);
}

const anyWeb = ['http://*/*', 'https://*/*'];
/** Passes every page and frame. Registered for the first turn of a start only, until the profiles have been read. */
export const anyRequest: RequestFilter[] = [
  { on: 'request', urls: anyWeb },
  { on: 'redirect', urls: anyWeb },
];

function pagePattern(callback: string): string | undefined {
  const host = hostPattern(callback);
  const path = parseUrl(callback)?.pathname;
  // the registered query is matched afterwards, wherever its pairs stand
  return host && path && `${host.slice(0, -2)}${path}*`;
}

function distinct(patterns: (string | undefined)[]): string[] {
  return [...new Set(patterns.filter((pattern) => pattern !== undefined))].sort();
}
