import type { Answer } from '../protocol/answer.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';

const path = '/error';

/**
 * The page on which Cognito shows the errors that never reach the callback: an untrusted client or redirect_uri, a
 * missing parameter, an unregistered logout_uri. Another provider's error page cannot be told apart from its other
 * pages, so there is none.
 */
export function findErrorPage(profile: Profile): URL | undefined {
  if (profile.provider !== 'cognito') return undefined;
  const origin = parseUrl(profile.endpoints.authorization)?.origin;
  return origin === undefined ? undefined : parseUrl(origin + path);
}

/** Whether a navigation ended at this profile's error page: origin and path equal, no user info. */
export function matchesErrorPage(profile: Profile, address: string): boolean {
  const page = findErrorPage(profile);
  const url = parseUrl(address);
  if (!page || !url || url.username !== '' || url.password !== '') return false;
  return url.origin === page.origin && url.pathname === page.pathname;
}

/** What the error page's address says; undefined for an address that cannot be an error page. Never throws. */
export function readErrorPage(address: string): Answer | undefined {
  const url = parseUrl(address);
  if (!url || url.pathname !== path) return undefined;
  const isTelling = ['error', 'client_id', 'logout_uri'].some((name) => url.searchParams.has(name));
  return isTelling ? { source: 'query', pairs: [...url.searchParams], problems: [] } : undefined;
}

/** The page's own text where its address carries no code: a sign-out address that is not registered. */
const withoutCode = {
  error: 'invalid_request',
  description: "Required String parameter 'redirect_uri' is not present",
};

/** The error of an error page: the code in its address, else the one its text stands for. */
export function errorOfPage(pairs: Answer['pairs']): NonNullable<Capture['error']> {
  const [, error] = pairs.find(([name]) => name === 'error') ?? [];
  return error === undefined ? withoutCode : { error };
}
