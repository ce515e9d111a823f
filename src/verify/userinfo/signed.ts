import type { Verdict } from '../../protocol/records.ts';
import type { StrictToken } from '../../protocol/strict-token.ts';
import { issuersOf } from '../../provider/issuers.ts';
import { findObstacle } from '../condense.ts';
import { audiencesOf } from '../id-token/claim-types.ts';
import { judgeForm, unreadable } from '../id-token/form.ts';
import { judgeSignature } from '../judge-signature.ts';
import type { Known } from '../known.ts';
import { noClientId, noIssuer } from '../lacking.ts';
import { shown } from '../shown.ts';
import { type About, failed, notChecked, passed } from '../verdict.ts';

/**
 * A userInfo answer that is a JWT: its form, its signature, `iss` and `aud`, as one verdict (OpenID Connect Core section
 * 5.3.2, errata set 2). What fails goes before what could not be checked.
 */
export async function judgeSigned(
  known: Known,
  { raw, token }: { raw: string; token: StrictToken },
  about: About,
): Promise<Verdict> {
  const form = judgeForm(token, about);
  if (token.kind !== 'signed') return condensed(form, about);
  const signature = await judgeSignature(known, { raw, token, about });
  const claims = token.isPayloadReadable
    ? [judgeIss(known, token.claims), judgeAud(known, token.claims)]
    : [notChecked('userinfo_signed', unreadable)];
  return condensed([...form, ...signature, ...claims], about);
}

/** What a person reads in place of a check's id, where the id is not what stands in the token. */
const partNames: Record<string, string> = {
  compact_form: 'form',
  json_object: 'form',
  duplicate_member: 'names',
  alg_none: 'alg',
  alg_hmac: 'alg',
};

function condensed(verdicts: Verdict[], about: About): Verdict {
  const obstacle = findObstacle(verdicts);
  if (!obstacle) return passed('userinfo_signed', about);
  const { check, result, reason = '', expected = '', actual = '' } = obstacle;
  if (result === 'not_checked') return notChecked('userinfo_signed', reason, about);
  // which part of it failed, where the verdict is not of this check by itself
  const part = check === 'userinfo_signed' ? '' : `${partNames[check] ?? check}: `;
  return failed(
    'userinfo_signed',
    { expected: `${part}${expected}`, actual: `${part}${actual}`, ...(reason && { reason }) },
    about,
  );
}

function judgeIss(known: Known, claims: ReadonlyMap<string, unknown>): Verdict {
  const expected = known.profile ? issuersOf(known.profile) : [];
  const iss = claims.get('iss');
  if (iss === undefined) return failed('userinfo_signed', { expected: 'the claim iss', actual: 'none' });
  if (expected[0] === undefined) return notChecked('userinfo_signed', noIssuer(known));
  if (typeof iss === 'string' && expected.includes(iss)) return passed('userinfo_signed');
  return failed('userinfo_signed', { expected: `iss: ${expected[0]}`, actual: `iss: ${shown(iss)}` });
}

function judgeAud(known: Known, claims: ReadonlyMap<string, unknown>): Verdict {
  const clientId = known.profile?.clientId;
  const aud = claims.get('aud');
  if (aud === undefined) return failed('userinfo_signed', { expected: 'the claim aud', actual: 'none' });
  if (!clientId) return notChecked('userinfo_signed', noClientId(known));
  const audiences = audiencesOf(aud);
  if (audiences?.includes(clientId)) return passed('userinfo_signed');
  return failed('userinfo_signed', {
    expected: `aud: ${clientId}`,
    actual: `aud: ${audiences?.join(', ') ?? shown(aud)}`,
  });
}
