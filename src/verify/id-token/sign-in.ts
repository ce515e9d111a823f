import type { Verdict } from '../../protocol/records.ts';
import { clockOf, clockReason } from '../clock.ts';
import { shown } from '../shown.ts';
import { failed, notChecked, notStartedHere, passed } from '../verdict.ts';
import { timeClaim } from './claim-types.ts';
import type { Subject } from './subject.ts';
import { noNumber } from './times.ts';

/** `auth_time` and `acr`: whether the sign-in was as the request wanted it (OpenID Connect Core section 3.1.3.7). */
export function judgeSignIn(subject: Subject): Verdict[] {
  return [...judgeAuthTime(subject), ...judgeAcr(subject)];
}

/** Rule 13. Applies when `max_age` or the claim was asked for; of another's request only the claim shows that it may. */
function judgeAuthTime({ known, claims, about }: Subject): Verdict[] {
  const { request } = known.capture;
  if (!request) return claims.has('auth_time') ? [notChecked('auth_time', notStartedHere, about)] : [];
  if (request.maxAge === undefined && !request.authTime) return [];
  const authTime = timeClaim(claims, 'auth_time');
  if (authTime === 'other') return [noNumber('auth_time', 'auth_time', about)];
  const most = request.maxAge ?? Number.POSITIVE_INFINITY;
  const expected = request.maxAge === undefined ? 'the time of the sign-in' : `at most ${most} s ago`;
  if (authTime === undefined) return [failed('auth_time', { expected, actual: 'none' }, about)];
  const { now, skew } = clockOf(known);
  const isRecent = (moment: number) => authTime <= moment + skew && moment - authTime <= most + skew;
  if (isRecent(now)) return [passed('auth_time', about)];
  const age = Math.round(now - authTime);
  const actual = age < 0 ? `${-age} s ahead` : `${age} s ago`;
  return [failed('auth_time', { expected, actual, ...clockReason(known, isRecent) }, about)];
}

/** Rule 12. An empty class says nothing, whether one was asked for or not. */
function judgeAcr({ known, claims, about }: Subject): Verdict[] {
  const { request } = known.capture;
  const acr = claims.get('acr');
  const wanted = request?.acr?.split(' ').filter((value) => value !== '') ?? [];
  const fault = (expected: string) => [failed('acr', { expected, actual: shown(acr) }, about)];
  if (acr === '') return fault(wanted.join(' or ') || 'a class that is not empty');
  if (!request) return acr === undefined ? [] : [notChecked('acr', notStartedHere, about)];
  if (wanted.length === 0) return [];
  return typeof acr === 'string' && wanted.includes(acr) ? [passed('acr', about)] : fault(wanted.join(' or '));
}
