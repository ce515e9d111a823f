import type { Verdict } from '../protocol/records.ts';
import type { Means } from './judge-algorithm.ts';
import { findKeyFault, hasPrivateMember, type KeyFault } from './key-faults.ts';
import type { Jwk, KeySet } from './known.ts';
import type { Selected } from './select-keys.ts';
import { type About, failed, notChecked, passed } from './verdict.ts';

/** The verdict of `kid`. */
export function judgeKid({ kidFault }: Selected, about: About): Verdict {
  if (!kidFault) return passed('kid', about);
  const { isWarning, ...words } = kidFault;
  return failed('kid', { ...words, ...(isWarning && { severity: 'warning' }) }, about);
}

/**
 * The verdict of `key`, and whether what was selected may check a signature. Another key of the set that is published
 * with its private half is a warning: the one that was selected is not touched by it.
 */
export function judgeKey(
  set: KeySet & { ok: true },
  { keys, isNamed }: Selected,
  { alg, algorithm }: Means & { kind: 'key' },
  about: About,
): { verdict: Verdict; isFit: boolean } {
  const [first] = keys;
  if (!first) {
    const reason =
      'There is no key to look at, as the token names none that the issuer publishes. The key id says more.';
    return { verdict: notChecked('key', reason, about), isFit: false };
  }
  const fault = findKeyFault(first, alg, algorithm);
  if (fault) {
    const reason = isNamed || keys.length === 1 ? {} : { reason: `None of the issuer’s keys fits ${alg}.` };
    return { verdict: failed('key', { ...fault, ...reason }, about), isFit: false };
  }
  return { verdict: judgeOthers(set.keys, about), isFit: true };
}

/** The verdict of a key whose values turned out to be none. */
export function unfitKey(about: About): Verdict {
  const fault: KeyFault = { expected: 'the values of a public key', actual: 'values that no key has' };
  return failed('key', fault, about);
}

function judgeOthers(keys: readonly Jwk[], about: About): Verdict {
  const open = keys.find(hasPrivateMember);
  if (!open) return passed('key', about);
  const name = typeof open.kid === 'string' ? `the private half of key ${open.kid}` : 'the private half of a key';
  const reason =
    'The issuer publishes a private key in its key set. This signature was made with another one, but anybody can sign with the published one.';
  return failed('key', { expected: 'public keys alone', actual: name, reason, severity: 'warning' }, about);
}
