import { findSeconds } from '../claims-times.ts';
import type { JsonPath } from '../json-scan.ts';
import { compareSets, type SetChange } from './compare-sets.ts';
import { hasMembers, isSameValue } from './exact-value.ts';
import { type Rules, ruleName } from './rules.ts';

/** What became of one value from A to B. Moments of `time` are in seconds. */
export type Difference = { path: JsonPath } & (
  | { kind: 'added'; b: unknown }
  | { kind: 'removed'; a: unknown }
  | { kind: 'changed'; a: unknown; b: unknown }
  | ({ kind: 'set' } & SetChange)
  | { kind: 'time'; a: number; b: number }
  | { kind: 'every_login'; a: unknown; b: unknown }
  | { kind: 'same'; a: unknown }
);

type Members = ReadonlyMap<string, unknown>;

/** Below this many steps values are compared as a whole. */
const deepest = 5;

/** Compares the members of two objects, those within them by their path. What only B has comes last. */
export function compareMembers(a: Members, b: Members, rules: Rules): Difference[] {
  return compareAll([], a, b, rules);
}

function compareAll(path: JsonPath, a: Members, b: Members, rules: Rules, toStep: ToStep = byName): Difference[] {
  const before = [...a].flatMap(([name, value]): Difference[] => {
    const way = [...path, toStep(name)];
    return b.has(name) ? compareValues(way, value, b.get(name), rules) : [{ path: way, kind: 'removed', a: value }];
  });
  const added = [...b].filter(([name]) => !a.has(name));
  return [
    ...before,
    ...added.map(([name, value]): Difference => ({ path: [...path, toStep(name)], kind: 'added', b: value })),
  ];
}

type ToStep = (name: string) => string | number;
const byName: ToStep = (name) => name;

function compareValues(path: JsonPath, a: unknown, b: unknown, rules: Rules): Difference[] {
  if (isSameValue(a, b)) return [{ path, kind: 'same', a }];
  const name = ruleName(path, rules);
  const isOutermost = path.length === 1 && name !== undefined;
  if (isOutermost && rules.everyLogin.has(name)) return [{ path, kind: 'every_login', a, b }];
  const moments = isOutermost && rules.times.has(name) ? [findSeconds(a), findSeconds(b)] : [];
  const [from, to] = moments;
  if (from !== undefined && to !== undefined) return [{ path, kind: 'time', a: from, b: to }];
  const sets = compareSets(path, a, b, rules);
  if (sets && sets.added.length + sets.removed.length > 0) return [{ path, kind: 'set', ...sets }];
  // the same entries in another order
  if (sets && Array.isArray(a) === Array.isArray(b)) return [{ path, kind: 'same', a }];
  return compareInside(path, a, b, rules) ?? [{ path, kind: 'changed', a, b }];
}

/** Undefined where the two are no objects, or too deep to be taken apart. */
function compareInside(path: JsonPath, a: unknown, b: unknown, rules: Rules): Difference[] | undefined {
  if (path.length >= deepest || !hasMembers(a) || !hasMembers(b)) return undefined;
  const isList = Array.isArray(a);
  if (isList !== Array.isArray(b) || (isList && !isOfObjects(a) && !isOfObjects(b))) return undefined;
  return compareAll(path, new Map(Object.entries(a)), new Map(Object.entries(b)), rules, isList ? Number : byName);
}

function isOfObjects(list: object): boolean {
  return Object.values(list).some(hasMembers);
}
