import { afterLostRefresh, isOutcomeUnknown } from '../../protocol/lost-refresh.ts';
import type { Capture } from '../../protocol/records.ts';

type Failure = NonNullable<Capture['tokenFailure']>;

/** Why a call of the token endpoint that brought no answer leaves it unchecked, and what to do next. */
export function noAnswerReason(kind: Failure['kind'], grant: Failure['grant']): string {
  const isLost = grant === 'refresh_token' && isOutcomeUnknown({ kind });
  return `${reasons[kind]} ${isLost ? `The tokens from before are still here. ${afterLostRefresh}` : next[grant]}`;
}

const reasons: Record<Failure['kind'], string> = {
  blocked_scheme: 'The call was not sent: the address is neither https nor on this computer.',
  offline: 'This computer was offline, so no answer came.',
  unreachable: 'No answer came that the browser let us read: check the address and the access to its host.',
  timeout: 'No answer came within 10 s.',
  redirect: 'The answer was a redirect, which is not followed.',
  too_large: 'The answer was larger than 256 KB and was not read.',
  refused: 'The answer brought no tokens.',
  interrupted: 'The browser stopped the call, so it is not known what the provider did.',
};

const next: Record<Failure['grant'], string> = {
  authorization_code: 'The code is not handed in again: sign in again for another one.',
  refresh_token: 'The tokens from before are still here: refresh again.',
  client_credentials: 'Ask for a token once more.',
};
