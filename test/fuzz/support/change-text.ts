import { type Change, pick } from './changes.ts';
import { nastyTexts } from './nasty.ts';

/** In characters: no change makes a text longer than this, so that time tells how a reader grows. */
const longest = 65_536;

/** A text with bytes flipped, pieces put in, taken out, doubled, swapped, encoded or repeated. */
export function changeText(text: string, changes: readonly Change[]): string {
  return changes.reduce((changed, change) => ways[change.kind % ways.length]?.(changed, change) ?? changed, text);
}

type Way = (text: string, change: Change) => string;

const ways: Way[] = [
  (text, { at, what }) => replaced(text, at, 1, (one) => String.fromCharCode(one.charCodeAt(0) ^ (1 << (what % 7)))),
  (text, { at, what }) => replaced(text, at, 1, () => pick([...'AZaz09-_.=&%#?/+{}":,[]~'], what)),
  (text, { at, what }) => replaced(text, at, 0, () => pick(nastyTexts, what)),
  (text, { at, what }) => replaced(text, at, 1 + (what % 8), () => ''),
  (text, { at, what }) => replaced(text, at, 1 + (what % 64), (piece) => piece + piece),
  (text, { at, what }) => replaced(text, at, 1 + (what % 16), () => pick(nastyTexts, what)),
  (text, { at, what }) => replaced(text, at, 1 + (what % 8), percentEncoded),
  (text, { at, what }) => replaced(text, at, 1 + (what % 32), (piece) => piece.toUpperCase()),
  (text, { at }) => text.slice(0, at % (text.length + 1)),
  (text, { at }) => text.slice(at % (text.length + 1)),
  (text, { at, what }) => swapped(text, pick(['.', '&', '=', '#', '?', '/', ',', '"'], what), at),
  (text, { at, what }) => withPart(text, pick(['.', '&', '=', ',', '~'], at), what),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text, { at, what }) => repeated(text, at, what),
];

function replaced(text: string, at: number, length: number, change: (piece: string) => string): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + change(text.slice(from, from + length)) + text.slice(from + length);
}

function percentEncoded(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Two parts next to each other in each other's place. */
function swapped(text: string, mark: string, at: number): string {
  const parts = text.split(mark);
  const place = at % parts.length;
  const [one, other = ''] = parts.splice(place, 2);
  return [...parts.slice(0, place), other, one, ...parts.slice(place)].join(mark);
}

/** One part emptied or put in once more elsewhere. */
function withPart(text: string, mark: string, what: number): string {
  const parts = text.split(mark);
  const part = pick(parts, what >> 2);
  if (what % 2 === 0) parts[(what >> 2) % parts.length] = '';
  else parts.splice((what >> 6) % (parts.length + 1), 0, part);
  return parts.join(mark);
}

/** A piece of it very often: seldom, as making long texts takes longer than reading them. */
function repeated(text: string, at: number, what: number): string {
  const from = at % (text.length + 1);
  const piece = what % 3 === 0 ? pick(nastyTexts, what) : text.slice(from, from + 1 + (what % 24));
  const count = what % 32 === 0 ? longest : 400;
  const room = Math.max(0, longest - text.length);
  return replaced(text, at, 0, () => piece.repeat(Math.min(count, Math.floor(room / (piece.length || 1)))));
}
