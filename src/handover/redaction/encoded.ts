import { partText } from './tokens.ts';

/** What a text says once its escapes are read. `places`: where each of its characters stands in the text, and the end of it. */
export type Reading = { text: string; places: number[] };

/** Percent-encoding as in a form (`+` is a space), also of what was encoded more than once: `%41`, `%2541`. */
const percent = /%(?:25)*[0-7][0-9a-f]|(?:%(?:25)*[89a-f][0-9a-f])+|\+/gi;
/** What JSON writes with a backslash (RFC 8259 section 7), also in a text within a text: `\"`, `\\\"`. */
const backslashed = /(?<!\\)\\+(?:u[0-9A-Fa-f]{4}|["/bfnrt])/g;

/** What a text says where it has such escapes. What is no escape stays as it is. */
export function readingsOf(text: string): Reading[] {
  return [reading(text, percent, decodePercent), reading(text, backslashed, decodeBackslashed)].filter(
    (one) => one !== undefined,
  );
}

function reading(text: string, escaped: RegExp, decode: (found: string) => string): Reading | undefined {
  const pieces: string[] = [];
  const places: number[] = [];
  let from = 0;
  const keep = (until: number) => {
    pieces.push(text.slice(from, until));
    for (let at = from; at < until; at += 1) places.push(at);
  };
  for (const { 0: found, index } of text.matchAll(escaped)) {
    keep(index);
    const plain = decode(found);
    pieces.push(plain);
    for (let at = 0; at < plain.length; at += 1) places.push(index);
    from = index + found.length;
  }
  if (from === 0) return undefined;
  keep(text.length);
  places.push(text.length);
  return { text: pieces.join(''), places };
}

function decodePercent(escaped: string): string {
  if (escaped === '+') return ' ';
  try {
    return decodeURIComponent(escaped.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%'));
  } catch {
    return escaped;
  }
}

function decodeBackslashed(escaped: string): string {
  return String(JSON.parse(`"${escaped.replace(/^\\+/, '\\')}"`));
}

/** Eight characters take eleven. */
const base64 = /[A-Za-z0-9+/_-]{11,}={0,2}/g;

/** The stretches of a text that are text in base64. */
export function findBase64(text: string): { start: number; end: number; within: string }[] {
  return [...text.matchAll(base64)].flatMap(({ 0: stretch, index }) => {
    const within = partText(stretch);
    return within !== undefined && isPrintable(within) ? [{ start: index, end: index + stretch.length, within }] : [];
  });
}

/** Chance makes bytes that are no text. */
function isPrintable(text: string): boolean {
  return text.length >= 8 && !/[\p{Cc}\p{Cn}]/u.test(text.replace(/\s/g, ''));
}
