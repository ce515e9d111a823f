import { isLoopback, parseUrl } from '../protocol/url.ts';
import { isQuotable, quotePosix } from './posix-quote.ts';

export type CurlLine = { ok: true; text: string } | { ok: false; reason: string };

/**
 * A curl line that calls an address with an access token in the Authorization header (RFC 6750 section 2.1) and runs
 * as pasted in a POSIX shell. Only https, or http on this machine; the line itself holds curl to that.
 */
export function bearerCurl(address: string, accessToken: string): CurlLine {
  const url = parseUrl(address);
  const isPlain = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isPlain) || url.username !== '' || url.password !== '') {
    return { ok: false, reason: 'A token goes only to an https address, or to http on this machine.' };
  }
  if (!isQuotable(accessToken) || !isQuotable(url.href)) {
    return { ok: false, reason: 'The token holds a control character, which no command line can carry safely.' };
  }
  const words = ['curl', '--silent', '--show-error', '--fail-with-body'];
  if (/[[\]{}]/.test(url.href)) words.push('--globoff');
  words.push('--proto', isPlain ? '=http' : '=https');
  words.push('--header', `Authorization: Bearer ${accessToken}`, '--url', url.href);
  return { ok: true, text: words.map(quotePosix).join(' ') };
}
