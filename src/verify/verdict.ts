import type { CheckId } from '../protocol/checks.ts';
import type { Verdict } from '../protocol/records.ts';

/** Which token a verdict speaks of, and how it came. */
export type About = Pick<Verdict, 'token' | 'from'>;

/** A failure: what was expected and what came, each as short as it can be read. `reason` only where it explains more. */
export type Failure = Pick<Verdict, 'severity' | 'reason'> & { expected: string; actual: string };

/** Most of what is judged passes, and to name the members takes a fraction of the time that a spread does. */
export function passed(check: CheckId, about: About = {}): Verdict {
  const { token, from } = about;
  return token && from ? { check, result: 'pass', token, from } : { check, result: 'pass', ...about };
}

export function failed(check: CheckId, { expected, actual, ...more }: Failure, about: About = {}): Verdict {
  return { check, result: 'fail', ...about, expected: short(expected), actual: short(actual), ...more };
}

/** `reason` says why it could not be checked and what would make it checkable. */
export function notChecked(check: CheckId, reason: string, about: About = {}): Verdict {
  return { check, result: 'not_checked', ...about, reason };
}

/** In characters: more of a value is not kept with a verdict. */
const longest = 300;

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export const notStartedHere =
  'This login was not started here, so what its request carried is not known. Sign in from here to check it.';
