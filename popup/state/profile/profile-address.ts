import { isLoopback, isWildcard, parseUrl } from '../../../src/protocol/url.ts';

/** Why an address of a provider or an API cannot be used. */
export type AddressFault =
  | 'white_space'
  | 'backslash'
  | 'no_scheme'
  | 'scheme'
  | 'malformed'
  | 'user_info'
  | 'fragment'
  | 'wildcard'
  | 'plain_http'
  | 'ipv6_loopback';

/**
 * What keeps this address from being called: https, or http on this machine. `http://[::1]` is refused where the
 * extension itself calls, as a content security policy cannot name an IPv6 address.
 */
export function findAddressFault(text: string, calledFrom: 'extension' | 'elsewhere'): AddressFault | undefined {
  if (/\s/.test(text)) return 'white_space';
  if (text.includes('\\')) return 'backslash';
  if (/^[^/?#]+:\d+(?:[/?#]|$)/.test(text) || !/^[a-z][a-z0-9+.-]*:/i.test(text)) return 'no_scheme';
  if (!/^https?:/i.test(text)) return 'scheme';
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1];
  const url = parseUrl(text);
  if (!authority || !url) return 'malformed';
  if (authority.includes('@')) return 'user_info';
  if (text.includes('#')) return 'fragment';
  if (isWildcard(url)) return 'wildcard';
  if (url.protocol === 'https:') return undefined;
  if (!isLoopback(url.hostname)) return 'plain_http';
  return url.hostname === '[::1]' && calledFrom === 'extension' ? 'ipv6_loopback' : undefined;
}
