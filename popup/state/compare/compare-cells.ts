import { findSeconds } from '../../../src/protocol/claims-times.ts';
import type { CheckChange, CheckResult } from '../../../src/protocol/compare/compare-checks.ts';
import type { Difference } from '../../../src/protocol/compare/compare-members.ts';
import { deltaText, distanceText } from '../../../src/protocol/compare/distance-text.ts';
import { exactText } from '../../../src/protocol/compare/exact-value.ts';
import { pathText } from '../../../src/protocol/compare/path-text.ts';
import { claimRules } from '../../../src/protocol/compare/rules.ts';
import { checkLine } from '../checks/check-words.ts';
import { type ShownValue, shapeValue } from '../claims/claim-value.ts';
import { safeText } from '../safe-text.ts';
import { changeSay } from './change-say.ts';
import type { CompareItem } from './compare-items.ts';
import { factEntry, factName, factValue } from './fact-words.ts';

/** One entry of a set: in both, or in this one alone. */
export type Entry = { text: string; mark?: 'added' | 'removed' };
export type Cell = { mark?: 'added' | 'removed' } & (
  | { kind: 'none'; words: string }
  | { kind: 'value'; shown: ShownValue }
  | { kind: 'set'; entries: Entry[]; more: number }
  /** In ms. */
  | { kind: 'time'; at: number }
  | { kind: 'result'; result: CheckResult }
);
export type Change = 'added' | 'removed' | 'changed' | 'new' | 'same';
export type CompareCells = {
  name: string;
  /** Whether the name is one that stands in a token. */
  isWire: boolean;
  a: Cell;
  b: Cell;
  change?: Change;
  delta?: string;
  say?: string;
};

/** What a cell takes on one line, and how much of a long value's end stays. */
const fits = 44;
const tail = 12;
const mostEntries = 100;

/** One row of the comparison as its cells. `lifetimeSay`: what a changed lifetime comes of. */
export function compareCells(item: CompareItem, lifetimeSay: string): CompareCells {
  switch (item.of) {
    case 'claim':
    case 'header':
    case 'fact':
      return differenceCells(item.difference, item.of);
    case 'check':
      return checkCells(item.change);
    case 'lifetime': {
      const { a, b } = item;
      const rest = a === b ? { change: 'same' as const } : { delta: deltaText(b - a), say: lifetimeSay };
      return { name: 'exp − iat', isWire: true, a: text(distanceText(a)), b: text(distanceText(b)), ...rest };
    }
    case 'whole': {
      const cell = (words: string): Cell => ({ kind: 'none', words: words || 'none' });
      const has = { a: item.a !== '', b: item.b !== '' };
      const change = item.isSame ? 'same' : !has.a ? 'added' : has.b ? 'changed' : 'removed';
      return { name: 'All of it', isWire: false, a: cell(item.a), b: cell(item.b), change };
    }
  }
}

type Of = 'claim' | 'header' | 'fact';

function differenceCells(difference: Difference, of: Of): CompareCells {
  const path = pathText(difference.path);
  const isWire = of !== 'fact';
  const say = changeSay(difference, of);
  return {
    name: isWire ? safeText(path.slice(0, 300)) : factName(path),
    isWire,
    ...valueCells(difference, of),
    ...(say !== undefined && { say }),
  };
}

function valueCells(difference: Difference, of: Of): Pick<CompareCells, 'a' | 'b' | 'change' | 'delta'> {
  const shape = (value: unknown) => shapeExact(of === 'fact' ? factValue(difference.path, value) : value);
  const value = (one: unknown): Cell => findTime(difference, of, one) ?? { kind: 'value', shown: shape(one) };
  const none: Cell = { kind: 'none', words: of === 'fact' ? 'none' : 'not there' };
  switch (difference.kind) {
    case 'added':
      return { a: none, b: { ...value(difference.b), mark: 'added' }, change: 'added' };
    case 'removed':
      return { a: { ...value(difference.a), mark: 'removed' }, b: none, change: 'removed' };
    case 'changed': {
      const { a, b } = difference;
      return { ...typedCells(a, b, value), change: 'changed' };
    }
    case 'set': {
      const { path, added, removed, kept } = difference;
      const inWords = (entries: unknown[]) =>
        of === 'fact' ? entries.map((entry) => factEntry(path, entry)) : entries;
      const both = inWords(kept);
      const [a, b] = [setCell(both, inWords(removed), 'removed'), setCell(both, inWords(added), 'added')];
      return { a, b, change: 'changed' };
    }
    case 'time': {
      const { a, b } = difference;
      return { a: { kind: 'time', at: a * 1000 }, b: { kind: 'time', at: b * 1000 }, delta: deltaText(b - a) };
    }
    case 'every_login':
      return { a: value(difference.a), b: value(difference.b), change: 'new' };
    case 'same':
      return { a: value(difference.a), b: value(difference.a), change: 'same' };
  }
}

function findTime({ path }: Difference, of: Of, value: unknown): Cell | undefined {
  const isTime = of === 'claim' && path.length === 1 && claimRules.times.has(String(path[0]));
  const seconds = isTime ? findSeconds(value) : undefined;
  return seconds === undefined ? undefined : { kind: 'time', at: seconds * 1000 };
}

/** A text that reads like another value stands in quotes: "true" beside true. */
function typedCells(a: unknown, b: unknown, value: (one: unknown) => Cell): { a: Cell; b: Cell } {
  const isAlike = typeof a !== typeof b && exactText(a) === exactText(b);
  if (!isAlike) return { a: value(a), b: value(b) };
  const quoted = (one: unknown): Cell => (typeof one === 'string' ? text(JSON.stringify(one)) : value(one));
  return { a: quoted(a), b: quoted(b) };
}

function setCell(kept: readonly unknown[], own: readonly unknown[], mark: 'added' | 'removed'): Cell {
  const all = [
    ...own.slice(0, mostEntries).map((entry) => ({ text: entryText(entry), mark })),
    ...kept.slice(0, mostEntries).map((entry) => ({ text: entryText(entry) })),
  ];
  const entries = all.slice(0, mostEntries).toSorted((one, other) => Number('mark' in one) - Number('mark' in other));
  const more = kept.length + own.length - entries.length;
  return entries.length === 0 ? { kind: 'none', words: 'empty list' } : { kind: 'set', entries, more };
}

function entryText(entry: unknown): string {
  const shown = exactText(entry);
  return shown === '' ? 'empty text' : safeText(shown.length > 120 ? `${shown.slice(0, 120)}…` : shown);
}

function checkCells({ check, token, a, b }: CheckChange): CompareCells {
  const { name } = checkLine({ check, result: 'pass', ...(token && { token }) });
  const cell = (result: CheckResult): Cell => ({ kind: 'result', result });
  return { name: safeText(name), isWire: false, a: cell(a), b: cell(b), change: 'changed' };
}

function text(words: string): Cell {
  return { kind: 'value', shown: { kind: 'text', text: safeText(words) } };
}

/** Flat lists as chips; all else as text, its numbers as they are written. */
function shapeExact(value: unknown): ShownValue {
  return shapeValue(Array.isArray(value) && value.every(isPlain) ? value : exactText(value), 'text', fits, tail);
}

function isPlain(entry: unknown): boolean {
  return typeof entry !== 'object' || entry === null;
}
