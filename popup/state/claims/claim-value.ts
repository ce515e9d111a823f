import type { ClaimKind } from '../../../src/protocol/claims.ts';
import { isInMilliseconds } from '../../../src/protocol/claims-times.ts';
import { safeLines, safeText } from '../safe-text.ts';

/** How a value is shown. All texts are safe to show; `full` is what unfolds. */
export type ShownValue =
  | { kind: 'empty'; words: string }
  | { kind: 'text'; text: string }
  | { kind: 'cut'; head: string; tail: string; full: string }
  | { kind: 'lines'; lines: string[] }
  | { kind: 'chips'; chips: string[]; more: number }
  | { kind: 'time'; at: number; raw: string };

/** More than this is not put on the page; copying gives all of it. */
const longest = 4000;
const mostChips = 100;
const mostLines = 12;

/** Shapes a claim's value for its cell. `tail` is how many characters of the end stay when it is cut. */
export function shapeValue(value: unknown, kind: ClaimKind = 'text', fits = 24, tail = 8): ShownValue {
  if (kind === 'time' && typeof value === 'number' && !isInMilliseconds(value)) {
    return { kind: 'time', at: value * 1000, raw: String(value) };
  }
  const words = kind === 'words' && typeof value === 'string' ? value.split(' ').filter(Boolean) : undefined;
  const list = words ?? (isFlatList(value) ? value.map(valueText) : undefined);
  if (list && list.length > 0) {
    const chips = list.slice(0, mostChips).map((text) => (text === '' ? 'empty text' : cap(text, 200)));
    return { kind: 'chips', chips, more: list.length - chips.length };
  }
  if (value === '') return { kind: 'empty', words: 'empty text' };
  if (Array.isArray(value) && value.length === 0) return { kind: 'empty', words: 'empty list' };
  return cutText(valueText(value), fits, tail);
}

/** A text that may have several lines (OpenID Connect Core section 5.1.1), each as a line of its own. */
export function shapeLines(text: string): ShownValue {
  const lines = safeLines(text.slice(0, longest)).split(/\r\n|[\r\n]/);
  return { kind: 'lines', lines: lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines };
}

/** A text with its middle out when it is longer than `fits`; the whole of it unfolds. No mark is cut in half. */
export function cutText(text: string, fits: number, tail: number): ShownValue {
  const full = cap(text, longest);
  if (full.length <= 2 * fits && [...full].length <= fits) return { kind: 'text', text: full };
  const length = tailLength(text, tail);
  const start = [...text.slice(0, longest)];
  const end = [...text.slice(-2 * length)].slice(-length);
  const head = text.length > longest ? start : start.slice(0, Math.max(0, start.length - length));
  return { kind: 'cut', head: safeText(head.join('')), tail: safeText(end.join('')), full };
}

/** The value as text, as it is copied: strings bare, all else as JSON. Never throws. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'nested too deeply to be shown';
  }
}

/** The last part of an address stays whole where it is short; of anything else the last characters. */
function tailLength(text: string, tail: number): number {
  const last = /^https?:\/\/.*\/([^/]{1,24})$/.exec(text)?.[1];
  return last && tail >= 8 ? [...last].length : tail;
}

function isFlatList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((entry) => typeof entry !== 'object' || entry === null);
}

function cap(text: string, most: number): string {
  if (text.length <= most) return safeText(text);
  return `${safeText(text.slice(0, most))}… ${text.length.toLocaleString('en')} characters, copy for all of it`;
}
