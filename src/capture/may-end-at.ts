import { parseUrl } from '../protocol/url.ts';
import { readErrorPage } from '../provider/error-page.ts';

/**
 * Whether a profile, as it is stored and not checked yet, may have to do with an address: it has the place of the
 * profile's callback, or is an error page of its provider. One answer need not wait until all profiles are checked.
 */
export function mayEndAt(stored: unknown, address: string): boolean {
  const url = parseUrl(address);
  if (!url || typeof stored !== 'object' || stored === null) return false;
  const { callback, endpoints } = stored as Record<string, unknown>; // any object may be looked into
  const own = read(callback);
  if (own && hostOf(own) === hostOf(url) && own.pathname === url.pathname) return true;
  if (!readErrorPage(address) || typeof endpoints !== 'object' || endpoints === null) return false;
  const provider = 'authorization' in endpoints ? read(endpoints.authorization) : undefined;
  return provider !== undefined && hostOf(provider) === hostOf(url);
}

function read(address: unknown): URL | undefined {
  return typeof address === 'string' ? parseUrl(address) : undefined;
}

/** Without the port, which a profile may leave open. */
function hostOf({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}`;
}
