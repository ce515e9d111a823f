import type { Verdict } from '../../src/protocol/records.ts';
import { type CheckTone, verdictTone } from './verdict-summary.ts';

const order: readonly CheckTone[] = ['fail', 'warn', 'note', 'skip'];

/**
 * The verdicts that did not pass, as lines: failed, warnings, notes, not checked; within each the order of the judge.
 * Those that could not be checked for one and the same reason share a line.
 */
export function openGroups(verdicts: readonly Verdict[]): Verdict[][] {
  const groups: Verdict[][] = [];
  for (const tone of order) {
    for (const verdict of verdicts.filter((one) => verdictTone(one) === tone)) {
      const same = groups.find(
        ([first]) => tone === 'skip' && first?.result === 'not_checked' && first.reason === verdict.reason,
      );
      if (same) same.push(verdict);
      else groups.push([verdict]);
    }
  }
  return groups;
}
