import type { Capture } from './records.ts';
import { parseUrl } from './url.ts';

/**
 * The addresses in which an answer can have come, as far as its pairs tell: how they were encoded is not kept. None
 * for an answer that came in no address.
 */
export function answerAddresses({ callback, source, params, tokens }: AnswerOf): string[] {
  if (source !== 'fragment' && source !== 'query') return [];
  const mark = source === 'fragment' ? '#' : callback.includes('?') ? '&' : '?';
  const held: Record<string, string | undefined> = tokens;
  const pairs = params.map(([name, value]): [string, string] => [name, value || held[name] || '']);
  const addresses = encodings.map((encode) => parseUrl(`${callback}${mark}${encode(pairs)}`)?.href);
  return [...new Set(addresses)].filter((address) => address !== undefined);
}

type AnswerOf = Pick<Capture, 'callback' | 'source' | 'params' | 'tokens'>;

const joined = (encode: (text: string) => string) => (pairs: [string, string][]) =>
  pairs.map((pair) => pair.map(encode).join('=')).join('&');

/** As it is, by RFC 3986, as a form (a space is a plus). */
const encodings = [
  joined((text) => text),
  joined(encodeURIComponent),
  (pairs: [string, string][]) => new URLSearchParams(pairs).toString(),
];
