import type { Capture } from './records.ts';

type Failure = Pick<NonNullable<Capture['tokenFailure']>, 'kind' | 'status' | 'error'>;

/** What to do after a refresh of which nobody knows whether the provider took it (RFC 9700 section 4.14.2). */
export const afterLostRefresh =
  'Sign in again. Refreshing once more may end the login at providers that rotate refresh tokens.';

/**
 * Whether a call to the token endpoint may have used up what it handed in: it was sent, and what came back is no answer of
 * the provider's own. One that was asked too often (429) has not looked at it.
 */
export function isOutcomeUnknown({ kind, status, error }: Failure): boolean {
  if (kind === 'blocked_scheme' || kind === 'offline') return false;
  return kind !== 'refused' || (error === undefined && status !== 429);
}
