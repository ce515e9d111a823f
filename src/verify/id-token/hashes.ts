import { single } from '../../protocol/answer.ts';
import type { Verdict } from '../../protocol/records.ts';
import { findHash, halfHash } from '../half-hash.ts';
import { findResponseType, isType } from '../response-type.ts';
import { shown } from '../shown.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import type { Subject } from './subject.ts';

type Hashed = {
  check: 'at_hash' | 'c_hash' | 's_hash';
  isRequired: boolean;
  text: string | undefined;
  lacking: string;
};

/** Whether what came beside the token belongs to it (OpenID Connect Core sections 3.1.3.6, 3.2.2.9 and 3.3.2.11). */
export async function judgeHashes(subject: Subject): Promise<Verdict[]> {
  const verdicts = await Promise.all(hashedIn(subject).map((hashed) => judgeHash(subject, hashed)));
  return verdicts.filter((verdict) => verdict !== undefined);
}

function hashedIn({ known, about }: Subject): Hashed[] {
  const { capture } = known;
  const accessToken: Hashed = {
    check: 'at_hash',
    isRequired: false,
    text: capture.tokens.access_token,
    lacking: 'There is no access token at hand to compare it with. Capture the whole answer to check it.',
  };
  if (about.from !== 'front_channel') return [accessToken];
  const type = findResponseType(known);
  const isHybrid = isType(type, 'code', 'id_token', 'token');
  return [
    { ...accessToken, isRequired: isHybrid || isType(type, 'id_token', 'token') },
    {
      check: 'c_hash',
      isRequired: isHybrid || isType(type, 'code', 'id_token'),
      text: single(capture.params, 'code'),
      lacking: 'There is no code at hand to compare it with. Capture the whole answer to check it.',
    },
    {
      check: 's_hash',
      isRequired: false,
      text: capture.request?.state ?? single(capture.params, 'state'),
      lacking: 'There is no state at hand to compare it with. Sign in from here to check it.',
    },
  ];
}

async function judgeHash({ header, claims, about }: Subject, hashed: Hashed): Promise<Verdict | undefined> {
  const { check, isRequired, text, lacking } = hashed;
  const claim = claims.get(check);
  if (claim === undefined) {
    return isRequired ? failed(check, { expected: `the claim ${check}`, actual: 'none' }, about) : undefined;
  }
  if (text === undefined) return notChecked(check, lacking, about);
  const hash = findHash(header?.get('alg'));
  if (hash === undefined) {
    const reason = `The token’s alg names no hash that is known here, so ${check} cannot be computed. Have the provider sign with RS256.`;
    return notChecked(check, reason, about);
  }
  const expected = await halfHash(hash, text);
  return claim === expected ? passed(check, about) : failed(check, { expected, actual: shown(claim) }, about);
}
