import { isOfOtherClient, otherClientWords } from '../../../src/protocol/login-client.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { cameFromElsewhere, guardedTokenEndpoint, hasAnsweredReadably } from '../../../src/protocol/token-access.ts';
import { providerName } from '../provider-words.ts';
import { clockTime } from '../time-words.ts';
import type { World } from '../world.ts';
import { isClientOwn } from './client-own.ts';
import { doneCalls } from './token-calls.ts';
import { secretState, secretWords, tokenEndpointOf } from './token-endpoint.ts';

/** Where the refresh token came from and how it fared, a sentence each. `now` in milliseconds. */
export function refreshFacts(capture: Capture, profile: Profile | undefined, now: number): string[] {
  const { replaced, tokens, tokenAnswer, events } = capture;
  const at = (moment: number) => clockTime(moment, now);
  const [exchange] = doneCalls(capture, 'authorization_code');
  const refreshes = doneCalls(capture, 'refresh_token');
  const last = refreshes.at(-1);
  const isRotated = replaced !== undefined && replaced.tokens.refresh_token !== tokens.refresh_token;
  const origin = events.some(({ kind }) => kind === 'refresh_token_in_address')
    ? 'It came in the address, where none belongs.'
    : exchange
      ? `It came from the token endpoint, for the code of this login, at ${at(exchange.at)}.`
      : capture.origin === 'pasted'
        ? 'It was pasted with the answer.'
        : capture.origin === 'imported'
          ? 'It was imported from a file.'
          : 'It came with the answer.';
  if (!last || !tokenAnswer) return [origin];
  const count = refreshes.length === 1 ? 'It was used once' : `It was used ${refreshes.length} times`;
  return [
    origin,
    isRotated
      ? `It took the place of the one before at ${at(last.at)}: ${providerName(profile)} rotates them, and the old one is spent.`
      : `${count}, last at ${at(last.at)}. ${providerName(profile)} sent no new one, so it stays.`,
  ];
}

/** That the refresh token is of no use any more, and why. */
export function deadWords(
  { deadRefreshToken: dead }: Capture,
  profile: Profile | undefined,
  now: number,
): string | undefined {
  if (!dead) return undefined;
  const when = clockTime(dead.at, now);
  return dead.why === 'revoked'
    ? `It was revoked at ${when}: no new tokens come from it. Sign in again for another.`
    : `${providerName(profile)} refused it at ${when} (invalid_grant): it is spent, revoked or expired. Sign in again for another.`;
}

/** What has to be known beside the capture. `now` in milliseconds. */
export type RefreshRead = Pick<World, 'secrets' | 'keptSecrets'> & { now: number };

/** Why the tokens cannot be refreshed now, or undefined. `outOfUse`: a check failed, and nobody said to use them anyway. */
export function whyNotRefresh(
  capture: Capture,
  profile: Profile | undefined,
  outOfUse: string | undefined,
  { now, ...world }: RefreshRead,
): string | undefined {
  if (capture.tokens.refresh_token === undefined) return 'There is no refresh token.';
  if (!capture.startedHere || capture.origin) {
    return 'Claimcheck did not start this login: refreshing could log its app out.';
  }
  if (!profile) return 'The profile of this capture was deleted.';
  if (capture.deadRefreshToken) return 'The refresh token is of no use any more.';
  if (isOfOtherClient(capture, profile)) return otherClientWords;
  const endpoint = tokenEndpointOf(profile);
  if (endpoint === undefined) return 'This profile has no token endpoint. Add it to the profile first.';
  if (cameFromElsewhere(capture, endpoint)) {
    return 'The profile’s token endpoint was changed since these tokens came. Sign in again.';
  }
  if (capture.tokenCall) return 'A call to the token endpoint is under way.';
  if (capture.judgedAt === undefined) return 'The checks are still running.';
  const secret = secretState(profile, world);
  if (secret === 'locked' || secret === 'missing') return secretWords[secret];
  const until = waitUntil(capture);
  if (until > now) return `${providerName(profile)} asked to wait until ${clockTime(until, now)}.`;
  return outOfUse;
}

/** Until when the token endpoint wants to be left alone (RFC 9110 section 10.2.3), in milliseconds; 0 where it said nothing. */
function waitUntil({ tokenFailure }: Capture): number {
  return tokenFailure?.retryAfter === undefined ? 0 : tokenFailure.at + tokenFailure.retryAfter * 1000;
}

/**
 * The token endpoint, where its answer to a refresh could not be read: access to its host is missing, and without it no
 * answer of it was read for this capture. `access`: whether the browser gives it.
 */
export function findUnreadable(
  capture: Capture,
  profile: Profile | undefined,
  access: boolean | undefined,
): string | undefined {
  const endpoint = profile && access === false ? guardedTokenEndpoint(profile) : undefined;
  return endpoint === undefined || hasAnsweredReadably(capture, endpoint) ? undefined : endpoint;
}

/** Whether "Fresh token" can get one without a sign-in: with the refresh token, or as the client itself. */
export function canRenewAlone(capture: Capture, profile: Profile | undefined, read: RefreshRead): boolean {
  if (isClientOwn(capture)) return profile !== undefined;
  // one that may be used up is not sent by itself
  if (capture.lostRefresh) return false;
  // while it is under way, or its checks run, it is still the way that works
  const { tokenCall: _, ...rest } = capture;
  return whyNotRefresh({ ...rest, judgedAt: capture.judgedAt ?? 0 }, profile, undefined, read) === undefined;
}
