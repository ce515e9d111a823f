import type { Verdict } from '../../protocol/records.ts';
import { failed, notChecked, notStartedHere, passed } from '../verdict.ts';
import { type AuthorizationResponse, hasValue } from './authorization-response.ts';
import { findPkceMethods, isS256Supported } from './pkce-support.ts';

/** `pkce`, `code_single_use` and, of a hybrid answer, `hybrid_same_subject`. */
export function judgeCode(response: AuthorizationResponse): Verdict[] {
  if (!hasValue(response, 'code')) return [];
  const isHybrid = hasValue(response, 'id_token') && response.capture.tokenAnswer === undefined;
  return [
    judgePkce(response),
    judgeUse(response),
    ...(isHybrid ? [notChecked('hybrid_same_subject', noSecondToken)] : []),
  ];
}

const noSecondToken =
  'The second ID token is not at hand: it comes for the code, and has not come. Sign in again to compare the two.';

/** RFC 9700 sections 2.1.1 and 4.8, RFC 7636: S256, with a server that is known to look at it. */
function judgePkce(response: AuthorizationResponse): Verdict {
  const { request } = response.capture;
  if (!request) return notChecked('pkce', notStartedHere);
  if (request.pkce !== 'S256') return failed('pkce', { expected: 'a code_challenge with S256', actual: 'none' });
  // without metadata nothing speaks against it
  if (isS256Supported(response) !== false) return passed('pkce');
  return failed('pkce', {
    severity: 'warning',
    expected: 'S256 in code_challenge_methods_supported',
    actual: findPkceMethods(response)?.join(', ') || 'none',
    reason:
      'The request carried a challenge. Whether the server looks at it is not said: it may be left out unnoticed.',
  });
}

/** RFC 6749 section 4.1.3, RFC 9700 section 4.5: a code is redeemed once, by who asked for it. */
function judgeUse(response: AuthorizationResponse): Verdict {
  if (!response.capture.request) return notChecked('code_single_use', codeNotOurs);
  const { tokenFailure } = response.capture;
  if (tokenFailure?.grant === 'authorization_code') {
    return notChecked('code_single_use', tokenFailure.status === undefined ? notAnswered : notTaken);
  }
  const exchanges = exchangesOf(response);
  if (exchanges === 0) return notChecked('code_single_use', notExchanged);
  if (exchanges === 1) return passed('code_single_use');
  return failed('code_single_use', { expected: 'one exchange', actual: String(exchanges) });
}

function exchangesOf({ capture: { tokenCalls } }: AuthorizationResponse): number {
  return tokenCalls.filter(({ grant }) => grant === 'authorization_code').length;
}

/** Of a code that no login under way here asked for. */
export const codeNotOurs =
  'This login was not started here: the code is shown, never redeemed. Sign in from here to exchange a code.';
const notExchanged =
  'The code was not exchanged yet. That is done once, right after the checks of the answer; if it was not, sign in again.';
const notAnswered =
  'The code was handed in once and no answer came, so it is not known whether it was taken. Sign in again for another one.';
const notTaken =
  'The code was handed in once and no tokens came for it, so it is not known whether it was used before. Sign in again for another one.';
