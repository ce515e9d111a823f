import { findAlgorithm, isHmac, isNone, type JwsAlgorithm } from '../protocol/jws-algorithms.ts';
import type { Verdict } from '../protocol/records.ts';
import { allowedAlgorithms } from './allowed-algorithms.ts';
import type { Known } from './known.ts';
import { shown } from './shown.ts';
import { type About, failed, notChecked, passed } from './verdict.ts';

/** What the signature is to be checked with, or why it cannot be. `unsigned`: that was agreed on. */
export type Means =
  | { kind: 'key'; alg: string; algorithm: JwsAlgorithm }
  | { kind: 'secret'; alg: string; secret: string }
  | { kind: 'unsigned' }
  | { kind: 'without'; isForKeys: boolean; reason: string };

type Judged = { verdicts: Verdict[]; means: Means };

/** The verdicts of `alg_none`, `alg` and, of a token that names an HS algorithm, `alg_hmac`. */
export function judgeAlgorithm(
  known: Known,
  header: ReadonlyMap<string, unknown>,
  claims: ReadonlyMap<string, unknown>,
  about: About,
): Judged {
  const alg = header.get('alg');
  const allowed = allowedAlgorithms(known, about);
  if (typeof alg === 'string' && isNone(alg)) return judgeUnsigned(known, alg, allowed, about);
  const signed = passed('alg_none', about);
  if (typeof alg !== 'string' || !allowed.includes(alg)) return judgeNotAllowed(alg, allowed, about);
  const verdicts = [signed, passed('alg', about)];
  if (isHmac(alg)) return judgeHmac(known, alg, claims, verdicts, about);
  const algorithm = findAlgorithm(alg);
  if (algorithm) return { verdicts, means: { kind: 'key', alg, algorithm } };
  const reason = `Signatures of ${alg} cannot be checked here. Have the provider sign with RS256 to check it.`;
  return { verdicts, means: { kind: 'without', isForKeys: true, reason } };
}

/** Unsigned by agreement is good where we had it from the token endpoint ourselves (OpenID Connect Core section 3.1.3.7, rule 6). */
function judgeUnsigned({ capture }: Known, alg: string, allowed: readonly string[], about: About): Judged {
  const isDirect = about.from === 'token_endpoint' && capture.origin === undefined;
  if (alg === 'none' && allowed.includes('none') && isDirect) {
    return { verdicts: [passed('alg_none', about), passed('alg', about)], means: { kind: 'unsigned' } };
  }
  const signed = allowed.filter((name) => !isNone(name));
  const reason = 'The token is not signed, so there is nothing to check. Have the provider sign it.';
  return {
    verdicts: [
      failed('alg_none', { expected: signed.join(', ') || 'a signed token', actual: alg }, about),
      notChecked('alg', reason, about),
    ],
    means: { kind: 'without', isForKeys: false, reason },
  };
}

function judgeNotAllowed(alg: unknown, allowed: readonly string[], about: About): Judged {
  const name = typeof alg === 'string' && alg !== '' ? alg : undefined;
  const isShared = name !== undefined && isHmac(name);
  const reason = reasonNotAllowed(alg);
  return {
    verdicts: [
      passed('alg_none', about),
      failed('alg', { expected: allowed.join(', ') || 'none', actual: shown(alg) }, about),
      ...(isShared ? [notChecked('alg_hmac', reason, about)] : []),
    ],
    means: { kind: 'without', isForKeys: !isShared, reason },
  };
}

/** Of a shared secret it is not said to allow it: with a public key in its place anybody can sign. */
function reasonNotAllowed(alg: unknown): string {
  if (alg === undefined || alg === '') {
    return 'The token names no algorithm, so nothing could be checked with it. Sign in again for another one.';
  }
  if (typeof alg !== 'string') {
    return `The alg of the token is ${shown(alg)}, so nothing could be checked with it. Sign in again for another one.`;
  }
  if (isHmac(alg.toUpperCase())) {
    return 'The token says that it is signed with a shared secret, which this profile does not allow, so nothing was checked with it. Sign in again for another one.';
  }
  return 'The token names an algorithm that is not allowed, so nothing was checked with it. Allow it in the profile if it was agreed on.';
}

function judgeHmac(
  { clientSecret }: Known,
  alg: string,
  claims: ReadonlyMap<string, unknown>,
  verdicts: Verdict[],
  about: About,
): Judged {
  if (!clientSecret) {
    const reason =
      'The token says that it is signed with the client secret, and none is stored here. Enter it in the profile to check it.';
    const means: Means = { kind: 'without', isForKeys: false, reason };
    return { verdicts: [...verdicts, notChecked('alg_hmac', reason, about)], means };
  }
  const aud = claims.get('aud');
  const isForSeveral = Array.isArray(aud) && aud.length > 1;
  const several =
    'The token is for several audiences, and no specification says whose secret signs it then. Ask for a token for this client alone.';
  return {
    verdicts: [...verdicts, isForSeveral ? notChecked('alg_hmac', several, about) : passed('alg_hmac', about)],
    means: { kind: 'secret', alg, secret: clientSecret },
  };
}
