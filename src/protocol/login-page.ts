import { parseUrl } from './url.ts';

/** In characters: longer words and segments of a path are nobody's, a longer name of a page is cut. */
const longestWord = 24;
const longestSegment = 64;
const longestPage = 200;
const mostWords = 6;
/** From how many characters on a segment may hold 96 random bits (base64url): there words have to look like words. */
const long = 16;
const mostCapitals = { long: 4, short: 8 };

/**
 * A page of the provider as the timeline names it: origin and path, without query and fragment. Of the path the words of the
 * provider stay; what may be a one-time value, or of a person, is left out. Undefined for what is no page of the web.
 */
export function loginPageOf(address: string): string | undefined {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // each takes one character at least
  const page = url.origin + url.pathname.split('/', longestPage).map(wordsAlone).join('/');
  return page.length > longestPage ? `${page.slice(0, longestPage - 1)}…` : page;
}

function wordsAlone(segment: string): string {
  const words = segment.split(/[-_.]/);
  const isLong = segment.length >= long;
  const isPlain =
    segment.length <= longestSegment &&
    words.length <= mostWords &&
    !(isLong && /-.*_|_.*-/.test(segment)) &&
    capitalsIn(segment) <= mostCapitals[isLong ? 'long' : 'short'];
  return isPlain && words.every((word) => isWord(word) && !(isLong && unspeakable.test(word))) ? segment : '…';
}

/** `login`, `SAML2`, `v19`, `2fa`. Hex, UUIDs, base64url, one-time codes and names of people at a host are none. */
function isWord(text: string): boolean {
  return text.length <= longestWord && /^(?:(?:[A-Z]{0,5}[a-z]*){1,4}\d{0,2}|\d{1,2}[a-z]+)$/.test(text);
}

/** Five consonants in a row, which letters of chance have and words have not. */
const unspeakable = /[b-df-hj-np-tv-xz]{5}/i;

/** Of 22 letters of chance eleven are capitals. */
function capitalsIn(text: string): number {
  return text.replace(/[^A-Z]/g, '').length;
}
