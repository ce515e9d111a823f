import type { Capture, Verdict } from '../../src/protocol/records.ts';

export type Summary = { tone: 'fail' | 'skip'; words: string; rest: string };

/**
 * The sum of the verdicts for the stub. It is never an all-clear while the signature, the issuer, the audience and the
 * times are not among the checks.
 */
export function summarize({ judgedAt, verdicts }: Pick<Capture, 'judgedAt' | 'verdicts'>): Summary {
  if (judgedAt === undefined) return { tone: 'skip', words: 'Checking…', rest: '' };
  const { failed, skipped, passed } = countVerdicts(verdicts);
  if (failed > 0) {
    const rest = [passed > 0 && `${passed} passed`, skipped > 0 && `${skipped} not checked`].filter(Boolean);
    return { tone: 'fail', words: `${checks(failed)} failed`, rest: rest.map((part) => `, ${part}`).join('') };
  }
  if (passed === 0) return { tone: 'skip', words: 'Nothing checked', rest: '' };
  const open = isUnchecked(verdicts, 'signature') ? ', signature not checked' : '';
  const rest = skipped > 0 ? `, ${skipped} not checked${open && ', nor the signature'}` : open;
  return { tone: 'skip', words: `${checks(passed)} passed`, rest };
}

export function countVerdicts(verdicts: readonly Verdict[]): { failed: number; skipped: number; passed: number } {
  const count = (result: Verdict['result']) => verdicts.filter((verdict) => verdict.result === result).length;
  return { failed: count('fail'), skipped: count('not_checked'), passed: count('pass') };
}

/** What no verdict of this capture speaks of: "signature, issuer, audience and times"; empty when nothing is missing. */
export function uncheckedWords(verdicts: readonly Verdict[]): string {
  const open = mandatory.filter(([check]) => isUnchecked(verdicts, check)).map(([, name]) => name);
  return open.length < 2 ? open.join('') : `${open.slice(0, -1).join(', ')} and ${open.at(-1)}`;
}

const mandatory = [
  ['signature', 'signature'],
  ['iss', 'issuer'],
  ['aud', 'audience'],
  ['exp', 'times'],
] as const;

function isUnchecked(verdicts: readonly Verdict[], check: string): boolean {
  return !verdicts.some((verdict) => verdict.check === check);
}

/** Failed first, then not checked, then passed; within each the order of the judge. */
export function orderVerdicts(verdicts: readonly Verdict[]): Record<Verdict['result'], Verdict[]> {
  const of = (result: Verdict['result']) => verdicts.filter((verdict) => verdict.result === result);
  return { fail: of('fail'), not_checked: of('not_checked'), pass: of('pass') };
}

function checks(count: number): string {
  return `${count} ${count === 1 ? 'check' : 'checks'}`;
}
