import { loginPageOf } from '../protocol/login-page.ts';
import { loginLifetime, type PendingLogin } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';
import type { ArrivalEvent } from './arrival.ts';
import { originFilter, type UrlFilter } from './callback-filters.ts';

/** More pages of one login are not kept. */
const mostPages = 10;

/** Filters for the providers of the logins under way, each origin once. Without a login there are none. `now` in ms. */
export function loginPageFilters({ logins, now }: { logins: PendingLogin[]; now: number }): UrlFilter[] {
  const open = logins.filter((login) => isOpen(login, now));
  const origins = new Set(open.map(({ authorizeUrl }) => parseUrl(authorizeUrl)?.origin ?? ''));
  return [...origins].sort().flatMap((origin) => originFilter(origin) ?? []);
}

/**
 * The logins with the page that the tab of one of them has come to, where it is one of its provider. The same array where
 * there is nothing to note. Harmless to run again.
 */
export function withLoginPage(logins: PendingLogin[], event: ArrivalEvent): PendingLogin[] {
  const login = logins.find((one) => one.tabId === event.tabId && isOpen(one, event.at));
  const page = login && event.kind === 'committed' && event.frameId === 0 && pageOf(login, event.url);
  if (!login || !page) return logins;
  const { pages = [] } = login;
  if (pages.at(-1)?.page === page || pages.length >= mostPages) return logins;
  const noted = { ...login, pages: [...pages, { at: Math.round(event.at), page }] };
  return logins.map((one) => (one === login ? noted : one));
}

function isOpen({ ended, startedAt }: PendingLogin, now: number): boolean {
  return !ended && now - startedAt < loginLifetime;
}

/** Where the login ends is told by its capture: the callback, and the page on which the provider shows an error. */
function pageOf({ authorizeUrl, request }: PendingLogin, address: string): string | undefined {
  const url = parseUrl(address);
  const callback = parseUrl(request.redirectUri);
  if (!url || url.origin !== parseUrl(authorizeUrl)?.origin || url.pathname === '/error') return undefined;
  return url.origin === callback?.origin && url.pathname === callback.pathname ? undefined : loginPageOf(address);
}
