import type { Profile } from '../protocol/records.ts';
import { isLoopback, parseUrl } from '../protocol/url.ts';

/** Whether an address is plain http on this machine. */
export function isLocalHttp(address: string): boolean {
  const url = parseUrl(address);
  return url?.protocol === 'http:' && isLoopback(url.hostname);
}

/** Whether a profile is one of development: its issuer or its callback is plain http on this machine. */
export function isDevelopment({ issuer, callback }: Pick<Profile, 'issuer' | 'callback'>): boolean {
  return isLocalHttp(callback) || (issuer !== undefined && isLocalHttp(issuer));
}
