import { type Checking, isKnownAlg, parseSeconds, readAlgs } from './profile-checking.ts';
import type { Problem } from './profile-problems.ts';

export type CheckingProblemId = 'algs_unknown' | 'algs_none' | 'skew_form' | 'iat_window_form';

/** What there is to say of how tokens are to be checked. */
export function findCheckingProblems({ idTokenAlgs, clockSkew, iatWindow }: Checking): Problem[] {
  return [...algProblems(readAlgs(idTokenAlgs)), ...skewProblems(clockSkew), ...windowProblems(iatWindow)];
}

function algProblems(algs: string[]): Problem[] {
  const unknown = algs.find((alg) => !isKnownAlg(alg));
  if (unknown !== undefined) {
    return [{ field: 'idTokenAlgs', level: 'refused', id: 'algs_unknown', detail: unknown }];
  }
  return algs.includes('none') ? [{ field: 'idTokenAlgs', level: 'warning', id: 'algs_none', detail: '' }] : [];
}

/** Five minutes at most: the records hold no more. */
function skewProblems(text: string): Problem[] {
  const seconds = parseSeconds(text);
  const isFine = seconds === undefined || (seconds >= 0 && seconds <= 300);
  return isFine ? [] : [{ field: 'clockSkew', level: 'refused', id: 'skew_form', detail: text.trim() }];
}

function windowProblems(text: string): Problem[] {
  const seconds = parseSeconds(text);
  const isFine = seconds === undefined || seconds > 0;
  return isFine ? [] : [{ field: 'iatWindow', level: 'refused', id: 'iat_window_form', detail: text.trim() }];
}
