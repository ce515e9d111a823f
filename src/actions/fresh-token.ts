/** What "Fresh token" makes of the captures there are. It decides and does nothing. */
import { isUseBlocked } from '../protocol/checks.ts';
import { findEndpoint } from '../protocol/endpoints.ts';
import { arrivedAt, tokenExpiresAt } from '../protocol/expiry.ts';
import { findParameter } from '../protocol/jarm.ts';
import { isOfOtherClient } from '../protocol/login-client.ts';
import type { Capture, PendingLogin, Profile } from '../protocol/records.ts';
import { findClaim } from '../protocol/token.ts';
import { cameFromElsewhere } from '../protocol/token-access.ts';
import { deadWords, lostWords } from './choose-refresh.ts';

/** `left`: this way does not lead there, and why, in words for the person. */
export type Way = { is: 'good' } | { is: 'waits' } | { is: 'left'; reason: string };

const waits: Way = { is: 'waits' };
const left = (reason: string): Way => ({ is: 'left', reason });

/** Those that a login brought, or a call of ours: what a person pasted says nothing of where it is from. */
export function ownCaptures(captures: readonly Capture[], profileId: string): Capture[] {
  return captures.filter(
    ({ profileId: of, frame, silent, origin }) =>
      of === profileId && origin === undefined && (frame === 'main' || silent === true),
  );
}

/** Whether the tokens of a capture are of the client that the profile is now, from where it asks now. */
export function isOfClientNow(capture: Capture, profile: Profile): boolean {
  const token = findEndpoint(profile, 'token');
  return !isOfOtherClient(capture, profile) && !(token !== undefined && cameFromElsewhere(capture, token));
}

/** Whether checks run or a call to the token endpoint is under way: what it holds may be another thing in a moment. */
export function isChanging({ judgedAt, tokenCall }: Capture): boolean {
  return judgedAt === undefined || tokenCall !== undefined;
}

/** Whether the access token may be handed over and is good for longer than `least` ms. One that names no end is not. */
export function isGood(capture: Capture, { now, least }: { now: number; least: number }): boolean {
  const expiresAt = tokenExpiresAt(capture, 'access_token');
  if (expiresAt === undefined || expiresAt - now <= least) return false;
  return !isChanging(capture) && !isUseBlocked(capture.verdicts) && !isRevoked(capture);
}

/**
 * Whether what came with a login that was not started here may be handed over, as nothing better is there: its ID token is
 * signed by the issuer, meant for this client, and speaks of this access token. Without that anybody could have put it there
 * with a link (RFC 6819 section 4.4.2.6).
 */
export function isBound({ verdicts, startedHere }: Capture): boolean {
  const isPassed = (id: string) =>
    verdicts.some(({ check, result, token }) => check === id && result === 'pass' && token === 'id_token');
  return startedHere || ['signature', 'iss', 'aud', 'at_hash'].every(isPassed);
}

/** Whether two ID tokens name different people. Where one of them cannot be read it is not known, and false. */
export function isAnotherUser(capture: Capture, before: Capture | undefined): boolean {
  const [one, other] = [capture, before].map((of) => {
    const token = of?.tokens.id_token;
    const named = [findClaim(token, 'iss'), findClaim(token, 'sub')];
    return named.every((claim) => typeof claim === 'string') ? named.join(' ') : undefined;
  });
  return one !== undefined && other !== undefined && one !== other;
}

/** Whether the provider was told to end it: with a refresh token go the access tokens that came of it (RFC 7009 section 2.1). */
function isRevoked({ deadAccessToken, deadRefreshToken }: Capture): boolean {
  return deadAccessToken !== undefined || deadRefreshToken?.why === 'revoked';
}

/** How a refresh ended that was asked for at `askedAt` (ms); undefined when it has not been tried since. */
export function refreshOutcome(capture: Capture, { askedAt, now }: { askedAt: number; now: number }): Way | undefined {
  if (isChanging(capture)) return waits;
  const { tokenAnswer, tokenFailure, deadRefreshToken, lostRefresh } = capture;
  if (tokenFailure?.grant === 'refresh_token' && tokenFailure.at >= askedAt) {
    if (deadRefreshToken) return left(deadWords[deadRefreshToken.why]);
    return left(lostRefresh ? lostWords : refreshFailed);
  }
  if (tokenAnswer?.grant !== 'refresh_token' || tokenAnswer.at < askedAt) return undefined;
  return handedOver(capture, now, 'The tokens of the refresh');
}

/** How the call for a token for the client itself ended. */
export function clientOutcome(capture: Capture, now: number): Way {
  if (isChanging(capture)) return waits;
  return capture.tokenFailure ? left('The token endpoint brought no token.') : handedOver(capture, now, 'The answer');
}

/** How a login ended. Its code, if it brought one, is exchanged while the login is still kept. */
export function loginOutcome(capture: Capture, isLoginKept: boolean, now: number): Way {
  const { error, events, params, tokenAnswer, tokenFailure } = capture;
  if (isChanging(capture)) return waits;
  if (error) return left(errorWords(error.error));
  if (tokenFailure && capture.tokens.access_token === undefined) {
    return left(`${notExchanged} The token endpoint brought no tokens.`);
  }
  const hasOpenCode = findParameter(params, 'code') !== undefined && !tokenAnswer && !tokenFailure;
  if (hasOpenCode && !isUseBlocked(capture.verdicts)) {
    const why = events.findLast(({ kind }) => kind === 'code_not_exchanged')?.detail;
    if (why !== undefined) return left(`${notExchanged} ${why}`.trim());
    if (isLoginKept) return waits;
    if (capture.tokens.access_token === undefined) return left(notExchanged);
  }
  return handedOver(capture, now, 'The answer');
}

const notExchanged = 'The code was not exchanged.';

/** Of the captures of a login the one whose answer carried its state, else the newest. */
export function findOfLogin(captures: readonly Capture[], state: string): Capture | undefined {
  const own = captures.filter(({ startedHere, request }) => startedHere && request?.state === state);
  return own.find(({ params }) => findParameter(params, 'state') === state) ?? own[0];
}

/** Whether a login may still bring an answer. */
export function isAwaited(logins: readonly PendingLogin[], state: string): boolean {
  return logins.some((login) => login.state === state && !login.ended);
}

/** The capture of a client that was asked for a token since `askedAt` (ms). */
export function findForClient(captures: readonly Capture[], askedAt: number): Capture | undefined {
  return captures.find(
    (capture) => capture.source === 'token_endpoint' && capture.origin === undefined && arrivedAt(capture) >= askedAt,
  );
}

/** What has just come may be short-lived, as the provider has it: only what is over already is not handed over. */
function handedOver(capture: Capture, now: number, what: string): Way {
  if (isUseBlocked(capture.verdicts)) return left(`${what} failed a check, so the access token is not handed over.`);
  if (capture.tokens.access_token === undefined) return left(`${what} brought no access token.`);
  const expiresAt = tokenExpiresAt(capture, 'access_token');
  if (expiresAt !== undefined && expiresAt <= now) return left(`${what} brought an access token that has expired.`);
  return { is: 'good' };
}

const refreshFailed = 'The refresh brought no tokens.';

/** Errors by which a provider says that it would have to show a page (OpenID Connect Core section 3.1.2.6). */
const wantsPage = new Set(['login_required', 'interaction_required', 'consent_required', 'account_selection_required']);

/** The words of the provider may be anything: only what has the form of an error code is repeated. */
function errorWords(error: string): string {
  const code = /^[a-z_]{1,40}$/.test(error) ? ` (${error})` : '';
  if (wantsPage.has(error)) return `The provider’s session is over or not enough${code}.`;
  return `The provider answered with an error${code}.`;
}
