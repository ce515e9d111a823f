import { unreachableKeys } from '../../../src/protocol/checks.ts';
import type { Verdict } from '../../../src/protocol/records.ts';
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

/**
 * Whether access to the host of the issuer's keys may help these verdicts: which key is meant could not be told, as the
 * host did not answer, though the algorithm, which is judged before, is in order.
 */
export function lacksKeys(group: readonly Verdict[], verdicts: readonly Verdict[]): boolean {
  const isAllowed = verdicts.some(({ check, result }) => check === 'alg' && result === 'pass');
  return isAllowed && group.some(isUnreachable);
}

function isUnreachable({ check, result, reason = '' }: Verdict): boolean {
  return check === 'kid' && result === 'not_checked' && reason.includes(unreachableKeys);
}

/** The warnings, what needs something done at once first: with a published private key anybody can sign. */
export function warningsOf(verdicts: readonly Verdict[]): Verdict[] {
  const warnings = verdicts.filter((verdict) => verdictTone(verdict) === 'warn');
  const isUrgent = ({ check }: Verdict) => check === 'key';
  return [...warnings.filter(isUrgent), ...warnings.filter((verdict) => !isUrgent(verdict))];
}
