import { type Endpoint, findEndpoint } from './endpoints.ts';
import type { Profile } from './records.ts';
import { guardedTokenEndpoint } from './token-access.ts';
import { hostPattern, isWebUrl, parseUrl } from './url.ts';

/** Optional permissions of the browser, by the names of manifest.json, and match patterns of hosts. */
export type Needs = { permissions: string[]; origins: string[] };

/** Whether nobody signs in: the client gets tokens for itself, so that there is no authorize URL and no callback (RFC 6749 section 4.4). */
export function isClientAlone({ responseType }: Pick<Profile, 'responseType'>): boolean {
  return responseType === '';
}

/** Whether a profile watches requests too, by its own choice or because it intercepts. */
export function watchesRequests({ watchRequests, intercept }: Profile): boolean {
  return watchRequests || intercept;
}

/** Whether the callback belongs to a native app: `myapp://callback` (RFC 8252 section 7.1). */
export function isCustomScheme(callback: string): boolean {
  const url = parseUrl(callback);
  return url !== undefined && !isWebUrl(url);
}

/**
 * Everything that a profile needs the browser to grant: what it takes to see its answers, and access to the host of its
 * token endpoint where the answers there may be kept from us otherwise.
 */
export function needsOf(profile: Profile): Needs {
  const { permissions, origins } = watchNeedsOf(profile);
  const token = tokenAccessOf(profile);
  return { permissions, origins: [...new Set([...origins, ...(token === undefined ? [] : [token])])] };
}

/** The host of the token endpoint, where the answers there may be kept from us otherwise: as a match pattern. */
export function tokenAccessOf(profile: Profile): string | undefined {
  return grantablePattern(guardedTokenEndpoint(profile) ?? '');
}

/**
 * What it takes to see the answers to a profile. `webNavigation` sees the address in which most logins end; `webRequest`,
 * with the hosts, sees the rest: a form_post, a callback that redirects on, a custom scheme. What could do nothing for this
 * callback is not asked for.
 */
export function watchNeedsOf(profile: Profile): Needs {
  if (isClientAlone(profile)) return { permissions: [], origins: [] };
  const { intercept, watchRequests, cleanUp = [], callback, endpoints } = profile;
  // a custom scheme is seen where the provider redirects to it
  const seenAt = grantablePattern(isCustomScheme(callback) ? endpoints.authorization : callback);
  const host = grantablePattern(callback);
  const intercepts = intercept && host !== undefined;
  const requests = intercepts || (watchRequests && seenAt !== undefined);
  const address = cleanUp.includes('address') && host !== undefined;
  const origins = [requests && seenAt, address && host].filter((pattern) => typeof pattern === 'string');
  return {
    permissions: [
      'webNavigation',
      ...(requests ? ['webRequest'] : []),
      ...(intercepts ? ['declarativeNetRequestWithHostAccess'] : []),
      ...(cleanUp.includes('history') ? ['history'] : []),
      ...(address ? ['scripting'] : []),
    ],
    origins: [...new Set(origins)],
  };
}

/**
 * Permissions that Chromium puts into effect only as it loads the extension, measured: `webRequest` that was granted
 * since shows nothing until the browser has started again (unless another extension holds such a permission), and a
 * change of the rules of `declarativeNetRequest` is never answered.
 */
export const sleepers = ['webRequest', 'declarativeNetRequestWithHostAccess'];

/** The match pattern of an address's host that manifest.json lets us ask for: https, or http on this machine. */
export function grantablePattern(address: string): string | undefined {
  const pattern = hostPattern(address);
  const isLocal = pattern === 'http://localhost/*' || pattern === 'http://127.0.0.1/*';
  return isLocal || pattern?.startsWith('https:') ? pattern : undefined;
}

/** Permissions that are asked for by need, and given back when no profile needs them any more. */
const byNeed = ['webRequest', 'declarativeNetRequestWithHostAccess', 'history', 'scripting'];

/**
 * What is held and no profile needs: permissions, and single hosts to which no profile's calls go either. Hosts that
 * the person allowed at large are theirs to take back.
 */
export function surplusOf(held: Needs, profiles: Profile[]): Needs {
  const needs = profiles.map(needsOf);
  const needed = new Set(needs.flatMap(({ permissions }) => permissions));
  const called = profiles.flatMap((profile) => calledBy(profile).map(hostPattern));
  const kept = new Set([...needs.flatMap(({ origins }) => origins), ...called]);
  return {
    permissions: byNeed.filter((name) => held.permissions.includes(name) && !needed.has(name)),
    origins: held.origins.filter((pattern) => /^https?:\/\/[^*/]+\/\*$/.test(pattern) && !kept.has(pattern)),
  };
}

/** Where calls go that the person may have allowed access for. The callback is none of them. */
function calledBy(profile: Profile): string[] {
  const called = callable.map((kind) => findEndpoint(profile, kind));
  return [profile.issuer, ...called].filter((address) => address !== undefined);
}

const callable: Endpoint[] = ['token', 'userinfo', 'revocation', 'endSession', 'jwks'];
