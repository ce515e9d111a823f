import type { Difference } from '../protocol/compare/compare-members.ts';
import { deltaText } from '../protocol/compare/distance-text.ts';
import { exactText, valueType } from '../protocol/compare/exact-value.ts';
import { pathText } from '../protocol/compare/path-text.ts';
import { claimRules } from '../protocol/compare/rules.ts';
import { markdownCell } from './markdown-cell.ts';
import { utcText } from './utc-text.ts';

export type TableRow = [what: string, a: string, b: string, change: string];

/** More entries of a set are not named. */
const mostEntries = 10;

/** A difference that a row is made of: none of what is the same, or new on every login. */
export type Telling = Exclude<Difference, { kind: 'every_login' | 'same' }>;

export function isTelling(difference: Difference): difference is Telling {
  return difference.kind !== 'every_login' && difference.kind !== 'same';
}

/** What became of one value, as the cells of a row. */
export function differenceRow(difference: Telling): TableRow {
  const name = markdownCell(pathText(difference.path));
  // one that only one of the two has is as little to be shown
  const isOfLogin = claimRules.everyLogin.has(String(difference.path[0]));
  const valueCell = (value: unknown, isTyped = false) => (isOfLogin ? 'left out' : typedCell(value, isTyped));
  switch (difference.kind) {
    case 'added':
      return [name, 'not there', valueCell(difference.b), 'added'];
    case 'removed':
      return [name, valueCell(difference.a), 'not there', 'removed'];
    case 'changed': {
      const { a, b } = difference;
      const isType = valueType(a) !== valueType(b);
      return [name, valueCell(a, isType), valueCell(b, isType), 'changed'];
    }
    case 'set': {
      const { added, removed, kept } = difference;
      const sum = `${added.length} added, ${removed.length} removed, ${kept.length} kept`;
      return [name, entries('−', removed), entries('+', added), sum];
    }
    case 'time': {
      const { a, b } = difference;
      return [name, utcText(a * 1000), utcText(b * 1000), deltaText(b - a)];
    }
  }
}

/** `isTyped`: as JSON, so that a text that reads like another value is told from it. */
function typedCell(value: unknown, isTyped: boolean): string {
  return markdownCell(isTyped && typeof value === 'string' ? JSON.stringify(value) : exactText(value));
}

function entries(sign: string, all: readonly unknown[]): string {
  const rest = all.length - mostEntries;
  const some = all.slice(0, mostEntries).map((entry) => `${sign} ${markdownCell(exactText(entry), 80)}`);
  return rest > 0 ? `${some.join(', ')} and ${rest.toLocaleString('en')} more` : some.join(', ');
}
