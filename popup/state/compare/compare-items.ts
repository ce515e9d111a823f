import type { CheckChange } from '../../../src/protocol/compare/compare-checks.ts';
import type { Difference } from '../../../src/protocol/compare/compare-members.ts';
import type { ComparedTokens } from '../../../src/protocol/compare/compare-tokens.ts';
import { pathText } from '../../../src/protocol/compare/path-text.ts';
import { factName } from './fact-words.ts';
import { wholeWords } from './whole-words.ts';

/** One row of the comparison. */
export type CompareItem = { key: string } & (
  | { of: 'claim' | 'header' | 'fact'; difference: Difference }
  | { of: 'check'; change: CheckChange }
  /** How long each token is good, in seconds. */
  | { of: 'lifetime'; a: number; b: number }
  /** What cannot be taken apart. */
  | { of: 'whole'; a: string; b: string; isSame: boolean }
);

export type GroupId = 'there' | 'changed' | 'times' | 'header' | 'checks' | 'whole' | 'every_login' | 'same';
export type CompareGroup = { id: GroupId; title: string; items: CompareItem[] };

const titles: Record<GroupId, string> = {
  there: 'Added and removed',
  changed: 'Changed',
  times: 'Times',
  header: 'Header',
  checks: 'Checks with another result',
  whole: 'As a whole',
  every_login: 'New on every login',
  same: 'The same',
};

const groupOf: Record<Difference['kind'], GroupId> = {
  added: 'there',
  removed: 'there',
  changed: 'changed',
  set: 'changed',
  time: 'times',
  every_login: 'every_login',
  same: 'same',
};

/** The rows of two tokens by group, in the order in which they are shown; empty groups are left out. */
export function tokenGroups(compared: ComparedTokens): CompareGroup[] {
  const { claims, header, lifetime, a, b } = compared;
  const whole: CompareItem[] =
    a === 'claims' && b === 'claims' ? [] : [{ key: 'whole', of: 'whole', ...wholeWords(compared) }];
  const items = claims.map((difference) => differenceItem('claim', difference));
  const length: CompareItem[] = lifetime ? [{ key: 'lifetime', of: 'lifetime', ...lifetime }] : [];
  const isLifeSame = lifetime?.a === lifetime?.b;
  return filled([
    ['whole', whole],
    ['there', inGroup(items, 'there').sort(addedFirst)],
    ['changed', inGroup(items, 'changed')],
    ['times', [...inGroup(items, 'times').sort(byTime), ...(isLifeSame ? [] : length)]],
    ['header', header.map((difference) => differenceItem('header', difference))],
    ['every_login', inGroup(items, 'every_login')],
    ['same', [...inGroup(items, 'same'), ...(isLifeSame ? length : [])]],
  ]);
}

/** The same of the logins themselves. */
export function loginGroups(facts: readonly Difference[], checks: readonly CheckChange[] = []): CompareGroup[] {
  const items = facts.map((difference) => differenceItem('fact', difference));
  const changes = checks.map(
    (change): CompareItem => ({ key: `check ${change.check} ${change.token ?? ''}`, of: 'check', change }),
  );
  return filled([
    ['there', inGroup(items, 'there').sort(addedFirst)],
    ['changed', inGroup(items, 'changed')],
    ['checks', changes],
    ['same', inGroup(items, 'same')],
  ]);
}

/** The first rows of all groups together. */
export function firstItems(groups: readonly CompareGroup[], most: number): CompareGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const items = group.items.slice(0, left);
    left -= items.length;
    return items.length > 0 ? [{ ...group, items }] : [];
  });
}

/** What a row is about, in a list of names. */
export function itemName(item: CompareItem): string {
  switch (item.of) {
    case 'claim':
    case 'header':
      return pathText(item.difference.path);
    case 'fact':
      return factName(pathText(item.difference.path));
    case 'check':
      return item.change.check;
    case 'lifetime':
      return 'exp − iat';
    case 'whole':
      return 'all of it';
  }
}

/** These two say nothing of what differs: they are folded away. */
export function isFolded({ id }: CompareGroup): boolean {
  return id === 'every_login' || id === 'same';
}

type DifferenceItem = CompareItem & { difference: Difference };

function differenceItem(of: 'claim' | 'header' | 'fact', difference: Difference): DifferenceItem {
  return { key: `${of} ${pathText(difference.path)}`, of, difference };
}

function inGroup(items: readonly DifferenceItem[], id: GroupId): DifferenceItem[] {
  return items.filter(({ difference }) => groupOf[difference.kind] === id);
}

function addedFirst(one: DifferenceItem, other: DifferenceItem): number {
  return Number(one.difference.kind === 'removed') - Number(other.difference.kind === 'removed');
}

/** In the order in which they happen. */
const moments = ['auth_time', 'iat', 'nbf', 'exp'];

function byTime(one: DifferenceItem, other: DifferenceItem): number {
  const place = ({ difference }: DifferenceItem) => (moments.indexOf(String(difference.path[0])) + 5) % 5;
  return place(one) - place(other);
}

function filled(groups: readonly [id: GroupId, items: CompareItem[]][]): CompareGroup[] {
  return groups.filter(([, items]) => items.length > 0).map(([id, items]) => ({ id, title: titles[id], items }));
}
