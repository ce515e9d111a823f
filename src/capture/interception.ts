import { tellingNames } from '../protocol/answer.ts';
import { isFormPost } from '../protocol/authorize-url.ts';
import { takesAnyPort } from '../protocol/callback-match.ts';
import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';
import { isWebUrl, parseUrl } from '../protocol/url.ts';
import type { Arrival } from './arrival.ts';

/**
 * A request that must end inside the extension: of one tab, its address as a regular expression. `loose` is what stands
 * for one that the browser finds too large: the same without the pairs that the callback was registered with.
 */
export type Interception = { tabId: number; pattern: string; loose: string; method?: 'post' };

/** One of these in the address makes it an answer; an ordinary visit to the callback passes. */
const telling = `(?:${[...tellingNames].join('|')})=`;

/**
 * What must end inside for the logins that are under way: for each the callback of its profile with an answer, in its
 * own tab. Nothing once a login has ended, was cancelled or is ten minutes old. `now` in milliseconds.
 */
export function interceptionsFor(logins: PendingLogin[], profiles: Profile[], now: number): Interception[] {
  return logins.flatMap((login) => {
    const { tabId } = login;
    const profile = profiles.find(({ id, intercept }) => id === login.profileId && intercept);
    if (!isIntercepting(login, now) || tabId === undefined || !profile) return [];
    return patternsOf(profile).map((one) => ({ tabId, ...one }));
  });
}

/** Whether the answer to this login is still to be kept from the app. `now` in milliseconds. */
export function isIntercepting({ intercept, ended, startedAt }: PendingLogin, now: number): boolean {
  return !ended && (intercept === 'wanted' || intercept === 'ready') && now - startedAt < loginLifetime;
}

/**
 * Whether the rule of a login stands in the way of an answer that is known to be at the callback of this profile. Where the
 * provider wrote the registered pairs in other letters or behind its own, the rule lets it pass.
 */
export function standsInTheWay(login: PendingLogin, profile: Profile, arrival: Arrival): boolean {
  if (!profile.intercept || login.intercept !== 'ready' || !isIntercepting(login, arrival.at)) return false;
  if (login.tabId !== arrival.tabId || arrival.frameId !== 0 || login.profileId !== profile.id) return false;
  const method = arrival.form ? 'post' : undefined;
  return patternsOf(profile).some((one) => one.method === method && new RegExp(one.pattern).test(arrival.url));
}

/**
 * The callback as a regular expression that both browsers take (no look-around), anchored: scheme, host, port and path
 * as parsed, the pairs it was registered with in their order, and an answer in the query or the fragment.
 */
function patternsOf(profile: Profile): Omit<Interception, 'tabId'>[] {
  const url = parseUrl(profile.callback);
  if (!url || !isWebUrl(url)) return [];
  const origin = takesAnyPort(profile, url)
    ? `${escapePattern(`${url.protocol}//${url.hostname}`)}(?::\\d+)?`
    : escapePattern(url.origin);
  const place = `^${origin}${escapePattern(url.pathname)}`;
  const own = url.search.slice(1).split('&').filter(Boolean).map(escapePattern);
  const exact = expressions(place, own);
  const loose = expressions(place, []);
  const kinds = isFormPost(profile)
    ? (['inFragment', 'inQuery', 'inForm'] as const)
    : (['inFragment', 'inQuery'] as const);
  return kinds.map((kind) => ({
    pattern: exact[kind],
    loose: loose[kind],
    ...(kind === 'inForm' && { method: 'post' as const }),
  }));
}

/** The registered pairs come first: a provider adds its own to them (RFC 6749 section 3.1.2). */
function expressions(place: string, own: string[]) {
  const pairs = own.length > 0 ? `\\?(?:[^#]*&)?${own.join('&(?:[^#]*&)?')}` : undefined;
  const query = pairs ? `${pairs}(?:&[^#]*)?` : '(?:\\?[^#]*)?';
  return {
    inFragment: `${place}${query}#\\??(?:[^/!][^#]*&)?${telling}`,
    inQuery: `${place}${pairs ? `${pairs}&` : '\\?'}(?:[^#]*&)?${telling}`,
    inForm: `${place}${query}(?:#.*)?$`,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
