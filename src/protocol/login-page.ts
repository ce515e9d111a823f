import { parseUrl } from './url.ts';

/** In characters: what is shorter is a word of the provider. */
const leastRandom = 16;
/** A longer word is nobody's. */
const longestWord = 64;

/**
 * A page of the provider as the timeline names it: origin and path, without query and fragment. What may be a one-time value
 * in the path is left out. Undefined for what is no page of the web.
 */
export function loginPageOf(address: string): string | undefined {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.origin + url.pathname.split('/').map(withoutRandom).join('/');
}

/** Hex, UUIDs, base64url and JWTs hold digits or capitals; the words of a path hold neither as a rule. */
function withoutRandom(segment: string): string {
  const isRandom = segment.length >= leastRandom && /[\dA-Z%]/.test(segment);
  return isRandom || segment.length > longestWord ? '…' : segment;
}
