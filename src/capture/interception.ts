import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';
import { isLoopback, isWebUrl, parseUrl } from '../protocol/url.ts';
import type { Arrival } from './arrival.ts';

/** A request that must end inside the extension: of one tab, its address as a regular expression. */
export type Interception = { tabId: number; pattern: string; method?: 'post' };

/** One of these in the address makes it an answer; an ordinary visit to the callback passes. */
const telling = '(?:access_token|id_token|refresh_token|code|error|response)=';

/**
 * What must end inside for the logins that are under way: for each the callback of its profile with an answer, in its
 * own tab. Nothing once a login has ended, was cancelled or is ten minutes old. `now` in milliseconds.
 */
export function interceptionsFor(logins: PendingLogin[], profiles: Profile[], now: number): Interception[] {
  return logins.flatMap((login) => {
    const { tabId } = login;
    const profile = profiles.find(({ id }) => id === login.profileId);
    if (!isIntercepting(login, now) || tabId === undefined || !profile) return [];
    return patternsOf(profile).map((one) => ({ tabId, ...one }));
  });
}

/** Whether the answer to this login is still to be kept from the app. `now` in milliseconds. */
export function isIntercepting({ intercept, ended, startedAt }: PendingLogin, now: number): boolean {
  return !ended && (intercept === 'wanted' || intercept === 'ready') && now - startedAt < loginLifetime;
}

/** Whether the rule of a login stands in the way of this arrival: in its tab, at its callback, with an answer. */
export function standsInTheWay(login: PendingLogin, profile: Profile, arrival: Arrival): boolean {
  if (login.intercept !== 'ready' || !isIntercepting(login, arrival.at)) return false;
  if (login.tabId !== arrival.tabId || arrival.frameId !== 0 || login.profileId !== profile.id) return false;
  const method = arrival.form ? 'post' : undefined;
  return patternsOf(profile).some((one) => one.method === method && new RegExp(one.pattern).test(arrival.url));
}

/**
 * The callback as a regular expression that both browsers take (no look-around), anchored: scheme, host, port and path
 * as parsed, the pairs it was registered with in their order, and an answer in the query or the fragment.
 */
function patternsOf({ callback, anyLoopbackPort, responseMode }: Profile): Omit<Interception, 'tabId'>[] {
  const url = parseUrl(callback);
  if (!url || !isWebUrl(url)) return [];
  const isAnyPort = anyLoopbackPort === true && isLoopback(url.hostname);
  const origin = isAnyPort
    ? `${escapePattern(`${url.protocol}//${url.hostname}`)}(?::\\d+)?`
    : escapePattern(url.origin);
  const own = url.search.slice(1).split('&').filter(Boolean).map(escapePattern);
  const query = own.length > 0 ? `\\?(?:[^#]*&)?${own.join('&(?:[^#]*&)?')}(?:&[^#]*)?` : '(?:\\?[^#]*)?';
  const place = `^${origin}${escapePattern(url.pathname)}`;
  const inFragment = `${query}#\\??(?:[^/!][^#]*&)?${telling}`;
  // the registered pairs come first: a provider adds its own to them (RFC 6749 section 3.1.2)
  const start = own.length > 0 ? `\\?(?:[^#]*&)?${own.join('&(?:[^#]*&)?')}&(?:[^#]*&)?` : '\\?(?:[^#]*&)?';
  const inAddress = [`${place}${inFragment}`, `${place}${start}${telling}`].map((pattern) => ({ pattern }));
  const inForm = { pattern: `${place}${query}(?:#.*)?$`, method: 'post' as const };
  return responseMode === 'form_post' ? [...inAddress, inForm] : inAddress;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
