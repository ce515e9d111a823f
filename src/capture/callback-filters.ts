import type { RegisteredCallback } from '../protocol/callback-match.ts';
import type { Profile } from '../protocol/records.ts';
import { isLoopback, parseUrl } from '../protocol/url.ts';
import { findErrorPage } from '../provider/error-page.ts';

/** A URL filter of the browser's webNavigation events. */
export type UrlFilter = { schemes: string[]; hostEquals?: string; pathEquals?: string; ports?: number[] };

const defaultPorts: Record<string, number> = { 'http:': 80, 'https:': 443 };

/**
 * One filter for each registered callback, as narrow as the browser can match: scheme, host, port and path; and one for
 * the provider's own error page, where it has one. What passes is matched again, exactly. The order and number are
 * stable, so that two lists can be compared as text.
 */
export function callbackFilters(profiles: Profile[]): UrlFilter[] {
  const filters = new Map<string, UrlFilter>();
  for (const profile of profiles) {
    const errorPage = findErrorPage(profile)?.href;
    for (const filter of [callbackFilter(profile), errorPage && callbackFilter({ callback: errorPage })]) {
      if (filter) filters.set(JSON.stringify(filter), filter);
    }
  }
  return [...filters.keys()].sort().flatMap((key) => filters.get(key) ?? []);
}

/** Passes every web page. Registered for the first turn of a start only, until the profiles have been read. */
export const anyPage: UrlFilter[] = [{ schemes: ['http', 'https'] }];

function callbackFilter({ callback, anyLoopbackPort }: RegisteredCallback): UrlFilter | undefined {
  const url = parseUrl(callback);
  const defaultPort = url && defaultPorts[url.protocol];
  if (!url || !defaultPort) return undefined;
  const filter: UrlFilter = {
    schemes: [url.protocol.slice(0, -1)],
    hostEquals: url.hostname,
    pathEquals: url.pathname,
  };
  if (anyLoopbackPort && isLoopback(url.hostname)) return filter;
  return { ...filter, ports: [url.port === '' ? defaultPort : Number(url.port)] };
}
