import type { Verdict } from '../../protocol/records.ts';
import { judgeClaimTypes } from './claim-types.ts';
import { judgeHashes } from './hashes.ts';
import { judgeKind } from './kind.ts';
import { judgeNonce } from './nonce.ts';
import { judgeParties } from './parties.ts';
import { judgeSignIn } from './sign-in.ts';
import type { Subject } from './subject.ts';
import { judgeTimes } from './times.ts';

/** Every check of an ID token's claims that applies. */
export async function judgeClaims(subject: Subject): Promise<Verdict[]> {
  const hashes = judgeHashes(subject);
  return [
    ...judgeClaimTypes(subject),
    ...judgeKind(subject),
    ...judgeParties(subject),
    ...judgeTimes(subject),
    ...judgeNonce(subject),
    ...judgeSignIn(subject),
    ...(await hashes),
  ];
}

/** The same checks of a token whose claims cannot be read: those that apply to any token, not checked. */
export async function claimsNotChecked(subject: Pick<Subject, 'known' | 'about'>, reason: string): Promise<Verdict[]> {
  const verdicts = await judgeClaims({ ...subject, header: undefined, claims: new Map() });
  return verdicts.map(({ check }) => ({ check, result: 'not_checked', ...subject.about, reason }));
}
