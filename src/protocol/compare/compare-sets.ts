import type { JsonPath } from '../json-scan.ts';
import { exactText } from './exact-value.ts';
import { isDeepSet, type Rules, ruleName } from './rules.ts';

export type SetChange = { added: unknown[]; removed: unknown[]; kept: unknown[] };

/** Two values as sets; undefined where no rule makes them sets. A text beside a list counts as a list of one. */
export function compareSets(path: JsonPath, a: unknown, b: unknown, rules: Rules): SetChange | undefined {
  const name = ruleName(path, rules);
  if (name === undefined) return undefined;
  const isWords = path.length === 1 && rules.words.has(name);
  const isSet = rules.sets.has(name) || isDeepSet(name, rules);
  if (!isWords && !(isSet && (Array.isArray(a) || Array.isArray(b)))) return undefined;
  const before = entriesOf(a, isWords);
  const after = entriesOf(b, isWords);
  return before && after && { ...lacking(before, after), added: lacking(after, before).removed };
}

function entriesOf(value: unknown, isWords: boolean): Map<string, unknown> | undefined {
  if (Array.isArray(value)) return new Map(value.map((entry) => [keyOf(entry), entry]));
  if (typeof value !== 'string') return undefined;
  const words = isWords ? value.split(' ').filter(Boolean) : [value];
  return new Map(words.map((word) => [keyOf(word), word]));
}

/** `"1"` is another entry than `1`. */
function keyOf(entry: unknown): string {
  return typeof entry === 'string' ? JSON.stringify(entry) : exactText(entry);
}

function lacking(from: ReadonlyMap<string, unknown>, to: ReadonlyMap<string, unknown>) {
  const removed: unknown[] = [];
  const kept: unknown[] = [];
  for (const [key, entry] of from) (to.has(key) ? kept : removed).push(entry);
  return { removed, kept };
}
