import { isBlocking, severityOf } from '../protocol/checks.ts';
import type { Verdict } from '../protocol/records.ts';

/** Several verdicts as one: the blocking failure to name, else the blocking check that was not made, else undefined. */
export function findObstacle(verdicts: readonly Verdict[]): Verdict | undefined {
  return (
    verdicts.find(isBlocking) ??
    verdicts.find((verdict) => verdict.result === 'not_checked' && severityOf(verdict) === 'blocking')
  );
}
