import type { Capture } from '../../../src/protocol/records.ts';

const refusals = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'] as const;
/** What a provider answers that would have to show a page (OpenID Connect Core section 3.1.2.6). */
export type NoSession = (typeof refusals)[number];

/**
 * Why a sign-in without a page (prompt=none) brought no tokens: an answer, not an error. Undefined for every other
 * capture. Cognito may put the reason into the description.
 */
export function findNoSession({
  error,
  request,
  silent,
}: Pick<Capture, 'error' | 'request' | 'silent'>): NoSession | undefined {
  if (!error || !(silent || request?.prompt === 'none')) return undefined;
  return refusals.find(
    (refusal) =>
      refusal === error.error || (error.error === 'invalid_request' && refusal === error.description?.trim()),
  );
}
