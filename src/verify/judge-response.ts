import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';
import { judgeBesideAccessToken } from './response/access-token.ts';
import { type AuthorizationResponse, findError, readResponse } from './response/authorization-response.ts';
import { judgeCsrfBinding, judgeState } from './response/binding.ts';
import { judgeCallback } from './response/callback.ts';
import { judgeCode } from './response/code.ts';
import { judgeDpop } from './response/dpop.ts';
import { judgeImplicitAccessToken } from './response/implicit-access-token.ts';
import { judgeIssuer } from './response/issuer.ts';
import { judgeMixUp } from './response/mix-up.ts';
import { judgeParameters } from './response/parameters.ts';
import { judgePromised } from './response/promised.ts';
import { failed } from './verdict.ts';

/**
 * The checks of an authorization response (RFC 6749 sections 4.1.2 and 4.2.2): where and how it came, whether it
 * belongs to its request, and what came beside its tokens. Of an error nothing else is used (section 4.1.2.1). Of a
 * token response, what came beside the access token.
 */
export async function judgeResponse(known: Known): Promise<Verdict[]> {
  const response = readResponse(known);
  if (known.capture.source === 'token_endpoint') return judgeBesideAccessToken(response);
  const state = judgeState(response);
  const always = [
    ...judgeCallback(response),
    ...judgeParameters(response),
    state,
    ...judgeIssuer(response),
    ...judgeMixUp(response),
  ];
  const error = findError(response);
  if (error !== undefined) {
    return [failed('error_response', { expected: 'an answer without error', actual: error }), ...always];
  }
  return [...always, judgeCsrfBinding(response, state), ...(await judgeContent(response))];
}

async function judgeContent(response: AuthorizationResponse): Promise<Verdict[]> {
  return [
    ...judgePromised(response),
    ...judgeBesideAccessToken(response),
    ...(await judgeImplicitAccessToken(response)),
    ...judgeDpop(response),
    ...judgeCode(response),
  ];
}
