import { severityOf } from '../checks.ts';
import type { Capture, Verdict } from '../records.ts';

export type CheckResult = Verdict['result'] | 'not_made';
/** A check that says another thing of B than of A. */
export type CheckChange = { check: string; token?: NonNullable<Verdict['token']>; a: CheckResult; b: CheckResult };

/** The checks whose result changed; undefined while one of the two is still being checked. */
export function compareChecks(a: Capture, b: Capture): CheckChange[] | undefined {
  if (a.judgedAt === undefined || b.judgedAt === undefined) return undefined;
  const [before, after] = [worstOf(a.verdicts), worstOf(b.verdicts)];
  return [...new Map([...before, ...after])].flatMap(([key, { check, token }]): CheckChange[] => {
    const change = { a: resultOf(before.get(key)), b: resultOf(after.get(key)) };
    return isChange(change) ? [{ check, ...(token && { token }), ...change }] : [];
  });
}

/** Other flows have other checks: one that was made of one login alone counts where it failed. */
function isChange({ a, b }: { a: CheckResult; b: CheckResult }): boolean {
  if (a === 'not_made' || b === 'not_made') return a === 'fail' || b === 'fail';
  return a !== b;
}

function resultOf(verdict: Verdict | undefined): CheckResult {
  return verdict?.result ?? 'not_made';
}

const worst: Verdict['result'][] = ['fail', 'not_checked', 'pass'];

/** One and the same check may be made of the front channel and of the token endpoint. What is only told is no result. */
function worstOf(verdicts: readonly Verdict[]): Map<string, Verdict> {
  const found = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    if (verdict.result === 'fail' && severityOf(verdict) === 'info') continue;
    const key = `${verdict.check} ${verdict.token ?? ''}`;
    const other = found.get(key);
    if (!other || worst.indexOf(verdict.result) < worst.indexOf(other.result)) found.set(key, verdict);
  }
  return found;
}
