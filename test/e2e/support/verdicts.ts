import type { Verdict } from '../../../src/protocol/records.ts';

/** What these checks said, in the order of the verdicts. */
export function resultsOf(verdicts: readonly Verdict[], checks: readonly string[]): Verdict['result'][] {
  return verdicts.filter(({ check }) => checks.includes(check)).map(({ result }) => result);
}
