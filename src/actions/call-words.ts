import { afterLostRefresh, isOutcomeUnknown } from '../protocol/lost-refresh.ts';
import type { Capture } from '../protocol/records.ts';

type Failure = NonNullable<Capture['tokenFailure']>;

/** What to say of a call to the token endpoint that brought no tokens, and what to do next. */
export function failureWords(failure: Pick<Failure, 'kind' | 'grant' | 'status' | 'error' | 'retryAfter'>): string {
  const { kind, grant, status, error, retryAfter } = failure;
  const next = grant === 'refresh_token' && isOutcomeUnknown(failure) ? afterLostRefresh : nextWords[grant];
  if (kind !== 'refused') return `${unansweredWords[kind]} ${next}`;
  if (grant === 'refresh_token' && error === 'invalid_grant') {
    return 'The provider does not take this refresh token any more: it is spent, revoked or expired. Sign in again.';
  }
  if (retryAfter !== undefined) return `${refusedWords(status, error)} Try again in ${retryAfter} s.`;
  return `${refusedWords(status, error)} ${next}`;
}

function refusedWords(status: number | undefined, error: string | undefined): string {
  if (error !== undefined) return `The provider refused: ${error.slice(0, 100)}.`;
  return `The token endpoint answered with status ${status} and without tokens.`;
}

const nextWords: Record<Failure['grant'], string> = {
  authorization_code: 'Sign in again: a code is handed in once.',
  refresh_token: 'Refresh again.',
  client_credentials: 'Try again.',
};

/** Of a call that brought no answer: what happened. */
export const unansweredWords: Record<Exclude<Failure['kind'], 'refused'>, string> = {
  blocked_scheme: 'The call was not sent: the address is neither https nor on this computer.',
  offline: 'This computer was offline.',
  unreachable: 'No answer came that the browser let us read. Check the address and the access to its host.',
  timeout: 'No answer came within 10 s.',
  redirect: 'The answer was a redirect, which is not followed. Put the final address into the profile.',
  too_large: 'The answer was too large to be read.',
  interrupted: 'The browser stopped the call, so it is not known what the provider did.',
};

/** Of a call that was not sent: what was issued by one server goes to no other. */
export const movedWords = 'The profile’s token endpoint was changed since these tokens came. Sign in again.';
