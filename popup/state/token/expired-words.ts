import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { isSample } from '../../../src/protocol/sample.ts';
import { flowName } from '../provider-words.ts';
import { isClientOwn } from './client-own.ts';
import { canRenewAlone, type RefreshRead } from './refresh-facts.ts';

/** How a fresh token is got once one has expired, a sentence or two. */
export function expiredWords(
  capture: Capture,
  profile: Profile | undefined,
  shown: TokenName,
  read: RefreshRead,
): string[] {
  if (isSample(capture)) return ['A sample expires like any other. Look at another sample for fresh ones.'];
  if (isClientOwn(capture)) return ['“Fresh token” asks for another, as the client itself.'];
  if (!profile) return ['A fresh one takes a new sign-in.'];
  if (canRenewAlone(capture, profile, read)) {
    return [
      shown === 'refresh_token'
        ? 'The provider may refuse it. “Fresh token” tries it first.'
        : 'The refresh token gets new ones without a sign-in: press “Fresh token”.',
    ];
  }
  return [whyNoRefresh(capture, profile), sessionWords(profile)];
}

function whyNoRefresh({ tokens, deadRefreshToken, request }: Capture, { responseType }: Profile): string {
  if (deadRefreshToken) return 'The refresh token is of no use any more, so a fresh one takes a new sign-in.';
  if (tokens.refresh_token !== undefined)
    return 'The refresh token cannot be used here, so a fresh one takes a new sign-in.';
  return flowName(request?.responseType ?? responseType) === 'implicit'
    ? 'Implicit returns no refresh token, so a fresh one takes a new sign-in.'
    : 'There is no refresh token, so a fresh one takes a new sign-in.';
}

function sessionWords({ provider }: Profile): string {
  return provider === 'cognito'
    ? 'Cognito remembers a sign-in for 1 hour from when the password was typed; after that, expect its login page.'
    : '“Fresh token” tries the provider’s session first; without one, expect its login page.';
}
