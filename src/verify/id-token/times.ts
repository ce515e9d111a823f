import type { CheckId } from '../../protocol/checks.ts';
import type { Verdict } from '../../protocol/records.ts';
import { clockOf, clockReason } from '../clock.ts';
import { utc } from '../shown.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { timeClaim } from './claim-types.ts';
import type { Subject } from './subject.ts';

const year = 31_557_600; // s
const mostYears = 50;

/** When the token ends, was made and begins (OpenID Connect Core section 3.1.3.7, rules 9 and 10). Times in seconds. */
export function judgeTimes(subject: Subject): Verdict[] {
  return [judgeExp(subject), judgeExpRange(subject), judgeIat(subject), judgeIatAge(subject), ...judgeNbf(subject)];
}

function judgeExp({ known, claims, about }: Subject): Verdict {
  const exp = timeClaim(claims, 'exp');
  if (exp === 'other') return noNumber('exp', 'exp', about);
  const { now, skew } = clockOf(known);
  const isAlive = (moment: number) => exp !== undefined && moment < exp + skew;
  if (isAlive(now)) return passed('exp', about);
  const expected = `later than ${utc(now)} (${skew} s allowed)`;
  const actual = exp === undefined ? 'none' : utc(exp);
  return failed('exp', { expected, actual, ...clockReason(known, isAlive) }, about);
}

function judgeExpRange({ known, claims, about }: Subject): Verdict {
  const exp = timeClaim(claims, 'exp');
  if (exp === 'other') return noNumber('exp_range', 'exp', about);
  if (exp === undefined) return none('exp_range', 'exp', about);
  const isNear = (seconds: number) => Math.abs(seconds - known.at / 1000) <= mostYears * year;
  if (exp <= known.at / 1000 + mostYears * year) return passed('exp_range', about);
  const expected = `at most ${mostYears} years ahead, in seconds`;
  const reason = `Read as milliseconds it is ${utc(exp / 1000)}.`;
  return failed('exp_range', { expected, actual: String(exp), ...(isNear(exp / 1000) && { reason }) }, about);
}

function judgeIat({ known, claims, about }: Subject): Verdict {
  const iat = timeClaim(claims, 'iat');
  if (iat === 'other') return noNumber('iat', 'iat', about);
  const { now, skew } = clockOf(known);
  const isPast = (moment: number) => iat !== undefined && iat <= moment + skew;
  if (isPast(now)) return passed('iat', about);
  const expected = `not after ${utc(now)} (${skew} s allowed)`;
  const actual = iat === undefined ? 'none' : utc(iat);
  return failed('iat', { expected, actual, ...clockReason(known, isPast) }, about);
}

function judgeIatAge({ known, claims, about }: Subject): Verdict {
  const most = known.profile?.iatWindow;
  if (most === undefined) {
    return notChecked('iat_age', 'The profile sets no greatest age for iat. Set one there to check it.', about);
  }
  const iat = timeClaim(claims, 'iat');
  if (iat === 'other') return noNumber('iat_age', 'iat', about);
  if (iat === undefined) return none('iat_age', 'iat', about);
  const { now, skew } = clockOf(known);
  const isYoung = (moment: number) => moment - iat <= most + skew;
  if (isYoung(now)) return passed('iat_age', about);
  const actual = `${Math.round(now - iat)} s old`;
  return failed('iat_age', { expected: `at most ${most} s old`, actual, ...clockReason(known, isYoung) }, about);
}

function judgeNbf({ known, claims, about }: Subject): Verdict[] {
  const nbf = timeClaim(claims, 'nbf');
  if (nbf === undefined) return [];
  if (nbf === 'other') return [noNumber('nbf', 'nbf', about)];
  const { now, skew } = clockOf(known);
  const hasBegun = (moment: number) => nbf <= moment + skew;
  if (hasBegun(now)) return [passed('nbf', about)];
  const expected = `not after ${utc(now)} (${skew} s allowed)`;
  return [failed('nbf', { expected, actual: utc(nbf), ...clockReason(known, hasBegun) }, about)];
}

/** A time that is no number fails `claim_types` alone. */
export function noNumber(check: CheckId, claim: string, about: Subject['about']): Verdict {
  const reason = `${claim} is no number that can be read, so it tells no time. Have the provider send it as a number.`;
  return notChecked(check, reason, about);
}

function none(check: CheckId, claim: string, about: Subject['about']): Verdict {
  return notChecked(check, `The token has no ${claim}. It can be checked once the provider sends it.`, about);
}
