import { isLoopback, parseUrl } from '../protocol/url.ts';

/** A text for the clipboard, or why there is none. */
export type Line = { ok: true; text: string } | { ok: false; reason: string };

/** The token of a call, or the environment variable that the text reads it from. */
export type Bearer = string | { env: string };

export type CallRead = { ok: true; url: URL; isPlain: boolean } | { ok: false; reason: string };

/** Whether a token may be sent to an address (RFC 6750 section 5.3): by https, or by http on this machine, no user info. */
export function readCall(address: string): CallRead {
  const url = parseUrl(address);
  const isPlain = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isPlain) || url.username !== '' || url.password !== '') {
    return { ok: false, reason: 'A token goes only to an https address, or to http on this machine.' };
  }
  return { ok: true, url, isPlain };
}

/** Why a token cannot stand in an Authorization header: that takes visible ASCII (RFC 6750 section 2.1, RFC 9110 5.5). */
export function whyNoHeader(bearer: Bearer): string | undefined {
  if (typeof bearer === 'object' || /^[\x21-\x7E]+$/.test(bearer)) return undefined;
  return 'The token holds a character that cannot stand in an Authorization header.';
}

/** The field as a request has it (RFC 6750 section 2.1). */
export function headerLine(token: string): Line {
  const reason = whyNoHeader(token);
  return reason === undefined ? { ok: true, text: `Authorization: Bearer ${token}` } : { ok: false, reason };
}

/** Whether a token is of the type that is refused as a bearer token (RFC 9449 section 7.1). Types are read in any case. */
export function isDpop(tokenType: string | undefined): boolean {
  return tokenType?.toLowerCase() === 'dpop';
}

export const whyBound = 'This token is bound to a key (DPoP), which a copied call cannot prove.';
