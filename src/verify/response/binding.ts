import type { Verdict } from '../../protocol/records.ts';
import { readStrictly } from '../../protocol/strict-token.ts';
import { failed, notChecked, notStartedHere, passed } from '../verdict.ts';
import { type AuthorizationResponse, findValue, hasValue, isRepeated } from './authorization-response.ts';
import { isS256Supported } from './pkce-support.ts';

/** RFC 6749 sections 4.1.2 and 10.12: the state that was sent comes back, to the letter, and once. */
export function judgeState(response: AuthorizationResponse): Verdict {
  const { known, capture, sealed } = response;
  if (known.isStateSpent) return spentState;
  if (!capture.request) return notChecked('state', notStartedHere);
  if (sealed !== undefined) return notChecked('state', sealed);
  const sent = capture.request.state;
  const came = findValue(response, 'state');
  const repeated = isRepeated(response, 'state');
  if (came === sent && !repeated) return passed('state');
  return failed('state', {
    expected: sent ?? 'none',
    actual: came ?? (repeated ? 'more than one' : 'none'),
    reason: 'The answer does not belong to the login that was started in this tab. Do not use it.',
  });
}

/** RFC 9700 section 4.2: a state should be invalidated after its first use. */
const spentState = failed('state', {
  expected: 'a state that was not answered before',
  actual: 'one that was',
  reason: 'Another answer with this state came before. One of the two was replayed or forged. Do not use this one.',
});

/**
 * RFC 9700 section 2.1: the state, the nonce or PKCE binds the answer to this browser. Where the request carried one of
 * them and it did not come back as sent, its own check fails.
 */
export function judgeCsrfBinding(response: AuthorizationResponse, state: Verdict): Verdict {
  const { request } = response.capture;
  if (!request) return notChecked('csrf_binding', notStartedHere);
  const isBoundByState = request.state !== undefined && state.result === 'pass';
  if (isBoundByState || hasSentNonce(response) || isBoundByPkce(response)) return passed('csrf_binding');
  if (response.sealed !== undefined) return notChecked('csrf_binding', response.sealed);
  const wasBound = request.state !== undefined || (request.nonce !== undefined && hasValue(response, 'id_token'));
  if (wasBound) return notChecked('csrf_binding', notAsSent);
  return failed('csrf_binding', { expected: 'a state, a nonce or PKCE in the request', actual: 'none that binds' });
}

const notAsSent =
  'What was sent to bind the answer to this browser did not come back as sent, and has a check of its own. Sign in again.';

function hasSentNonce(response: AuthorizationResponse): boolean {
  const sent = response.capture.request?.nonce;
  const text = findValue(response, 'id_token');
  const token = text === undefined ? undefined : readStrictly(text);
  return sent !== undefined && token?.kind === 'signed' && token.claims.get('nonce') === sent;
}

function isBoundByPkce(response: AuthorizationResponse): boolean {
  return response.capture.request?.pkce === 'S256' && hasValue(response, 'code') && isS256Supported(response) === true;
}
