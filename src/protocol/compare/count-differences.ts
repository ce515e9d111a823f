import type { Difference } from './compare-members.ts';

export type Counts = {
  added: number;
  removed: number;
  changed: number;
  times: number;
  everyLogin: number;
  same: number;
};

const counted: Record<Difference['kind'], keyof Counts> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  set: 'changed',
  time: 'times',
  every_login: 'everyLogin',
  same: 'same',
};

export function countDifferences(differences: readonly Difference[]): Counts {
  const counts: Counts = { added: 0, removed: 0, changed: 0, times: 0, everyLogin: 0, same: 0 };
  for (const { kind } of differences) counts[counted[kind]] += 1;
  return counts;
}
