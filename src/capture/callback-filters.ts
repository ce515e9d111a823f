import { type RegisteredCallback, takesAnyPort } from '../protocol/callback-match.ts';
import { isClientAlone } from '../protocol/needs.ts';
import type { Profile } from '../protocol/records.ts';
import { isWebUrl, parseUrl } from '../protocol/url.ts';
import { findErrorPage } from '../provider/error-page.ts';

/** A URL filter of the browser's webNavigation events. */
export type UrlFilter = { schemes?: string[]; hostEquals?: string; pathEquals?: string; ports?: number[] };

/**
 * One filter for each registered callback, as narrow as the browsers can match: scheme, host, port and path, of a custom
 * scheme the scheme; and one for the provider's own error page, where it has one. What passes is matched again, exactly.
 * The order and number are stable, so that two lists can be compared as text.
 */
export function callbackFilters(profiles: Profile[]): UrlFilter[] {
  const filters = new Map<string, UrlFilter>();
  for (const profile of profiles.filter((one) => !isClientAlone(one))) {
    const errorPage = findErrorPage(profile)?.href;
    for (const filter of [callbackFilter(profile), errorPage && callbackFilter({ callback: errorPage })]) {
      if (filter) filters.set(JSON.stringify(filter), filter);
    }
  }
  return [...filters.keys()].sort().flatMap((key) => filters.get(key) ?? []);
}

/** Passes every address, of any scheme. Registered for the first turn of a start only, until the profiles are read. */
export const anyPage: UrlFilter[] = [{}];

function callbackFilter(registered: RegisteredCallback): UrlFilter | undefined {
  const url = parseUrl(registered.callback);
  if (!url) return undefined;
  const schemes = [url.protocol.slice(0, -1)];
  // Firefox finds no path in an address of a custom scheme, and Chromium refuses a host that is not in lower case;
  // the scheme is the app's own, so it is narrow enough
  if (!isWebUrl(url)) return { schemes };
  const filter: UrlFilter = { schemes, hostEquals: url.hostname, pathEquals: url.pathname };
  if (takesAnyPort(registered, url)) return filter;
  return { ...filter, ports: [url.port === '' ? defaultPort(url) : Number(url.port)] };
}

/** Passes every page of an origin. */
export function originFilter(origin: string): UrlFilter | undefined {
  const { pathEquals: _, ...filter } = callbackFilter({ callback: origin }) ?? {};
  return filter.hostEquals === undefined ? undefined : filter;
}

function defaultPort({ protocol }: URL): number {
  return protocol === 'https:' ? 443 : 80;
}
