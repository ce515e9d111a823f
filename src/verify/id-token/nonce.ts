import type { Verdict } from '../../protocol/records.ts';
import { findResponseType, isType, type ResponseType } from '../response-type.ts';
import { shown } from '../shown.ts';
import { failed, notChecked, notStartedHere, passed } from '../verdict.ts';
import type { Subject } from './subject.ts';

/** Whether the token answers the request that was sent (OpenID Connect Core section 3.1.3.7, rule 11). */
export function judgeNonce(subject: Subject): Verdict[] {
  return [...judgeSent(subject), ...judgeRequired(subject)];
}

function judgeSent({ known, claims, about }: Subject): Verdict[] {
  const { request } = known.capture;
  if (!request) return [notChecked('nonce', notStartedHere, about)];
  const expected = request.nonce;
  if (expected === undefined) return [];
  const nonce = claims.get('nonce');
  return [nonce === expected ? passed('nonce', about) : failed('nonce', { expected, actual: shown(nonce) }, about)];
}

/** Core sections 3.2.2.1 and 3.3.2.11: an ID token of the front channel, and the one of `code token`. */
function judgeRequired({ known, claims, about }: Subject): Verdict[] {
  if (!isRequired(findResponseType(known), about.from)) return [];
  const { request } = known.capture;
  const isInToken = claims.has('nonce');
  if (!request) {
    // a token of the front channel needs one whoever asked for it
    return !isInToken && about.from === 'front_channel'
      ? [failed('nonce_required', { expected: 'a nonce', actual: 'none' }, about)]
      : [notChecked('nonce_required', notStartedHere, about)];
  }
  if (request.nonce === undefined) {
    return [failed('nonce_required', { expected: 'a nonce in the request', actual: 'none' }, about)];
  }
  if (isInToken) return [passed('nonce_required', about)];
  const reason = 'The request carried a nonce and the token has none, which the check of the nonce tells.';
  return [notChecked('nonce_required', reason, about)];
}

function isRequired(type: ResponseType | undefined, from: Subject['about']['from']): boolean {
  return from === 'front_channel' ? type?.has('id_token') === true : isType(type, 'code', 'token');
}
