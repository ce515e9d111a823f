import { isAllPassed, isBlocking, severityOf } from '../../../src/protocol/checks.ts';
import type { Capture, Verdict } from '../../../src/protocol/records.ts';

/** How a verdict looks: failed, warned, told in passing, not checked, passed. */
export type CheckTone = 'fail' | 'warn' | 'note' | 'skip' | 'pass';

export type Summary = {
  tone: 'fail' | 'skip' | 'pass';
  words: string;
  rest: string;
  /** What a sum that is not green leaves open. */
  title?: string;
};

type Counts = Record<CheckTone, number>;

/** The sum of the verdicts for the stub: green only when every check of the mandatory set passed. */
export function summarize({ judgedAt, verdicts }: Pick<Capture, 'judgedAt' | 'verdicts'>): Summary {
  if (judgedAt === undefined) return { tone: 'skip', words: 'Checking…', rest: '' };
  const tone = toneOf(verdicts);
  const refreshes = verdicts.filter(isFailedRefresh).length;
  const { fail, warn, skip, pass } = countVerdicts(verdicts.filter((verdict) => !isFailedRefresh(verdict)));
  const passed = fail > 0 && pass > 0 && `${pass} passed`;
  const refreshed = refreshes > 0 && `${refreshes} of the refresh failed`;
  const warnings = warn > 0 && count(warn, 'warning');
  const rest = [passed, refreshed, warnings, skip > 0 && `${skip} not checked${signatureWords(verdicts)}`]
    .filter(Boolean)
    .map((part) => `, ${part}`);
  const words =
    fail > 0 ? `${count(fail, 'check')} failed` : pass > 0 ? `${count(pass, 'check')} passed` : 'Nothing checked';
  return { tone, words, rest: rest.join(''), ...(tone === 'skip' && { title: refreshed ? kept : partly }) };
}

/** What matters most among what was not checked. */
function signatureWords(verdicts: readonly Verdict[]): string {
  const isOpen = verdicts.some(({ check, result }) => check === 'signature' && result === 'not_checked');
  return isOpen ? ', the signature among them' : '';
}

const partly = 'Partly checked. Each check that could not be made says why.';
const kept = 'What failed is the refresh, which says nothing against the tokens that are held.';

/** About the refresh token alone: it says nothing against the tokens that are held. */
export function isFailedRefresh(verdict: Verdict): boolean {
  return verdict.token === 'refresh_token' && isBlocking(verdict);
}

/** The tone of a capture as a whole. A failed refresh alone is neither red nor green. */
export function toneOf(verdicts: readonly Verdict[]): Summary['tone'] {
  if (verdicts.some((verdict) => isBlocking(verdict) && !isFailedRefresh(verdict))) return 'fail';
  return isAllPassed(verdicts) ? 'pass' : 'skip';
}

/** What is only told in passing counts as none of these but `note`. */
export function countVerdicts(verdicts: readonly Verdict[]): Counts {
  const counts: Counts = { fail: 0, warn: 0, note: 0, skip: 0, pass: 0 };
  for (const verdict of verdicts) counts[verdictTone(verdict)] += 1;
  return counts;
}

export function verdictTone(verdict: Verdict): CheckTone {
  if (verdict.result !== 'fail') return verdict.result === 'pass' ? 'pass' : 'skip';
  return ({ blocking: 'fail', warning: 'warn', info: 'note' } as const)[severityOf(verdict)];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
