import type { Verdict } from '../../protocol/records.ts';
import { readStrictly } from '../../protocol/strict-token.ts';
import type { Known } from '../known.ts';
import { findResponseType, isType } from '../response-type.ts';
import { shown } from '../shown.ts';
import { type About, failed, notChecked, passed } from '../verdict.ts';

/** Whether the answer is about the person of the ID token (OpenID Connect Core sections 5.3.2 and 16.11). */
export function judgeSubject(known: Known, claims: ReadonlyMap<string, unknown> | undefined, about: About): Verdict[] {
  const isAlone = known.capture.tokens.id_token === undefined && isType(findResponseType(known), 'token');
  return [
    judgeSub(known, claims, about),
    ...(isAlone ? [failed('userinfo_without_id_token', { expected: 'an ID token', actual: 'none' }, about)] : []),
  ];
}

function judgeSub({ capture }: Known, claims: ReadonlyMap<string, unknown> | undefined, about: About): Verdict {
  const raw = capture.tokens.id_token;
  const skip = (reason: string) => notChecked('userinfo_sub', reason, about);
  if (!claims) return skip('The answer holds no claims that could be read. Call again to compare the sub.');
  const sub = claims.get('sub');
  if (typeof sub !== 'string' || sub === '') {
    return failed('userinfo_sub', { expected: 'the sub of the ID token', actual: shown(sub) }, about);
  }
  if (raw === undefined) return skip('There is no ID token to compare with. Sign in with the scope openid to get one.');
  const token = readStrictly(raw);
  if (token.kind !== 'signed' || !token.isPayloadReadable) {
    return skip('The ID token cannot be read, so its sub is not known. Sign in again for another one.');
  }
  const expected = token.claims.get('sub');
  if (typeof expected !== 'string' || expected === '') {
    return skip('The ID token has no sub to compare with. Sign in again for another one.');
  }
  if (sub === expected) return passed('userinfo_sub', about);
  return failed('userinfo_sub', { expected, actual: sub }, about);
}
