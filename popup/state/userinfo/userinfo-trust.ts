import { isBlocking } from '../../../src/protocol/checks.ts';
import type { Verdict } from '../../../src/protocol/records.ts';
import type { Comparison } from './userinfo-compare.ts';

/** Why the values of an answer are not to be used: they stay hidden until they are asked for. */
export type Distrust = { heading: string; todo: string };

/**
 * OpenID Connect Core section 5.3.2: the `sub` must be that of the ID token, and a signed answer must hold. The checks say
 * so; what stands beside the ID token counts only where they did not tell.
 */
export function findDistrust(sub: Comparison['sub'], verdicts: readonly Verdict[]): Distrust | undefined {
  const subject = find(verdicts, 'userinfo_sub');
  const isToldBySub = subject === undefined || subject.result === 'not_checked';
  const isOther = isToldBySub ? sub === 'differs' || sub === 'missing' : subject.result === 'fail';
  if (isOther) return sub === 'missing' ? ofNobody : ofAnother;
  const signed = find(verdicts, 'userinfo_signed');
  if (!signed || !isBlocking(signed)) return undefined;
  return {
    heading: 'The signed answer did not hold: do not use it',
    todo:
      signed.reason ?? `Expected ${signed.expected ?? 'a signature of the issuer'}, got ${signed.actual ?? 'none'}.`,
  };
}

const ofAnother: Distrust = {
  heading: 'It speaks of another user: do not use this answer',
  todo: 'Its sub must equal the one in the ID token (OpenID Connect Core section 5.3.2). Otherwise the access token may have been swapped. Sign in again.',
};

const ofNobody: Distrust = {
  heading: 'The answer names no user: do not use it',
  todo: 'Without a sub that is text nothing says that it speaks of the user who signed in (OpenID Connect Core section 5.3.2). The provider must add it.',
};

/** What is to be said of the signature of a signed answer. */
export function signatureWords(verdicts: readonly Verdict[]): string {
  const signed = find(verdicts, 'userinfo_signed');
  if (signed?.result === 'pass') return 'The answer is a signed token. Its signature, issuer and audience passed.';
  if (signed?.result === 'fail') return 'The answer is a signed token that failed its check.';
  return `The answer is a signed token. Its signature is not checked${signed?.reason ? `: ${signed.reason}` : '.'}`;
}

function find(verdicts: readonly Verdict[], check: 'userinfo_sub' | 'userinfo_signed'): Verdict | undefined {
  return verdicts.find((verdict) => verdict.check === check);
}
