import type { Profile, Verdict } from '../../protocol/records.ts';
import { issuersOf } from '../../provider/issuers.ts';
import { noClientId, noIssuer } from '../lacking.ts';
import { shown } from '../shown.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { audiencesOf } from './claim-types.ts';
import type { Subject } from './subject.ts';

/** Who signed the token, for whom, and about whom (OpenID Connect Core sections 2 and 3.1.3.7, rules 2 to 5). */
export function judgeParties(subject: Subject): Verdict[] {
  return [judgeIss(subject), judgeAud(subject), judgeAzp(subject), judgeSub(subject)];
}

function judgeIss({ known, claims, about }: Subject): Verdict {
  const expected = known.profile ? expectedIssuers(known.profile) : [];
  const iss = claims.get('iss');
  if (expected[0] === undefined) return notChecked('iss', noIssuer(known), about);
  if (iss !== undefined && typeof iss !== 'string') {
    return notChecked('iss', 'iss is no text, so it cannot be compared. Have the provider send it as text.', about);
  }
  if (iss !== undefined && expected.includes(iss)) return passed('iss', about);
  return failed('iss', { expected: expected[0], actual: shown(iss) }, about);
}

/** A profile is asked for every token, and never changed. */
const found = new WeakMap<Profile, readonly string[]>();

function expectedIssuers(profile: Profile): readonly string[] {
  const issuers = found.get(profile) ?? issuersOf(profile);
  found.set(profile, issuers);
  return issuers;
}

function judgeAud({ known, claims, about }: Subject): Verdict {
  const clientId = known.profile?.clientId;
  const aud = claims.get('aud');
  if (!clientId) return notChecked('aud', noClientId(known), about);
  if (aud === undefined) return failed('aud', { expected: clientId, actual: 'none' }, about);
  const audiences = audiencesOf(aud);
  if (!audiences) {
    const reason = 'aud is no text and no list of texts, so it cannot be compared. Have the provider send it as text.';
    return notChecked('aud', reason, about);
  }
  const others = audiences.filter((one) => one !== clientId);
  if (audiences.length === 1 && others.length === 0) return passed('aud', about);
  const isOneOfSeveral = audiences.includes(clientId);
  return failed(
    'aud',
    {
      expected: isOneOfSeveral ? `${clientId} alone` : clientId,
      actual: audiences.join(', ') || 'an empty list',
      ...(isOneOfSeveral && { reason: `The token is for others too: ${others.join(', ').slice(0, 200)}.` }),
    },
    about,
  );
}

/** Core rules 4 and 5: where it stands it is our client, and where several are named it stands. */
function judgeAzp({ known, claims, about }: Subject): Verdict {
  const clientId = known.profile?.clientId;
  const azp = claims.get('azp');
  if (!clientId) return notChecked('azp', noClientId(known), about);
  const isMissing = azp === undefined && (audiencesOf(claims.get('aud'))?.length ?? 0) > 1;
  if (azp === clientId || (azp === undefined && !isMissing)) return passed('azp', about);
  const reason = 'aud names several, and no azp says which of them asked for the token.';
  return failed('azp', { expected: clientId, actual: shown(azp), ...(isMissing && { reason }) }, about);
}

function judgeSub({ claims, about }: Subject): Verdict {
  const sub = claims.get('sub');
  if (typeof sub !== 'string' || sub === '') {
    return failed('sub', { expected: 'the user’s id', actual: shown(sub) }, about);
  }
  if (sub.length > 255) {
    return failed('sub', { expected: 'at most 255 characters', actual: `${sub.length} characters` }, about);
  }
  // printable or not, one to 127: what ASCII is
  return /^\p{ASCII}*$/u.test(sub)
    ? passed('sub', about)
    : failed('sub', { expected: 'ASCII characters alone', actual: sub }, about);
}
