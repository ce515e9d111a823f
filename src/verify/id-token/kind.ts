import type { Verdict } from '../../protocol/records.ts';
import { shown } from '../shown.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { headerUnreadable } from './form.ts';
import type { Subject } from './subject.ts';

/** Tokens that are never ID tokens, by the `typ` of their header (RFC 9068, RFC 9449, Back-Channel Logout). */
const others = new Set(['at+jwt', 'dpop+jwt', 'logout+jwt']);

/** Whether the token is an ID token at all, and not one of another kind in its place (RFC 8725 section 3.11). */
export function judgeKind({ known, header, claims, about }: Subject): Verdict[] {
  const tokenUse = claims.get('token_use');
  return [
    judgeTyp({ header, claims, about }),
    ...(known.profile?.provider !== 'cognito'
      ? []
      : [
          tokenUse === 'id'
            ? passed('token_use', about)
            : failed('token_use', { expected: 'id', actual: shown(tokenUse) }, about),
        ]),
  ];
}

function judgeTyp({ header, claims, about }: Omit<Subject, 'known'>): Verdict {
  if (!header) return notChecked('typ', headerUnreadable, about);
  const typ = header.get('typ');
  const isOther = typeof typ === 'string' && others.has(typ.toLowerCase().replace(/^application\//, ''));
  if (isOther) return failed('typ', { expected: 'JWT or none', actual: typ }, about);
  return claims.has('events')
    ? failed('typ', { expected: 'no claim events', actual: 'the claim events, as security events have it' }, about)
    : passed('typ', about);
}
