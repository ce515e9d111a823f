/** Which refresh token "Fresh token" uses, of those that there are. It decides and does nothing. */
import { isUseBlocked } from '../protocol/checks.ts';
import type { Capture, Profile } from '../protocol/records.ts';

type With = { profile: Profile; hasSecret: boolean; now: number };

/** `captureId`: whose refresh token is used; undefined for none. `reasons`: why those before it were left, in words. */
export type ChosenRefresh = { captureId?: string; reasons: string[] };

/**
 * Of captures, the newest first, the first refresh token that may be used, from the place `from` on. That of an earlier
 * login counts where the newer ones are spent; any other obstacle stands in the way of all. `now` in milliseconds.
 */
export function chooseRefresh(captures: readonly Capture[], from: number, given: With): ChosenRefresh {
  const wait = findWait(captures, given.now);
  const reasons: string[] = [];
  for (const capture of captures.slice(from)) {
    if (!capture.startedHere || capture.tokens.refresh_token === undefined) continue;
    const obstacle = findObstacle(capture, given) ?? wait;
    if (obstacle === undefined) return { captureId: capture.id, reasons };
    reasons.push(obstacle);
    if (!isSpent(capture)) break;
  }
  return { reasons };
}

/** Whether the refresh token will bring nothing more, or may not: that of an earlier login may still be good. */
export function isSpent({ deadRefreshToken, lostRefresh }: Capture): boolean {
  return deadRefreshToken !== undefined || lostRefresh !== undefined;
}

/** That the token endpoint wants to be left alone (RFC 9110 section 10.2.3), in words; undefined when it does not. */
export function findWait(captures: readonly Capture[], now: number): string | undefined {
  const ends = captures.map(({ tokenFailure }) => {
    const { at = 0, retryAfter = 0 } = tokenFailure ?? {};
    return at + retryAfter * 1000;
  });
  const until = Math.max(0, ...ends);
  if (until <= now) return undefined;
  const isToday = new Date(until).toDateString() === new Date(now).toDateString();
  return `The provider asked to wait until ${(isToday ? clock : calendar).format(Math.min(until, lastMoment))}.`;
}

function findObstacle(capture: Capture, { profile, hasSecret }: With): string | undefined {
  const { deadRefreshToken, lostRefresh, verdicts } = capture;
  if (deadRefreshToken) return deadWords[deadRefreshToken.why];
  if (lostRefresh) return lostWords;
  if (isUseBlocked(verdicts)) return 'A check of the last login failed, so its refresh token is not used.';
  if (profile.clientAuth !== 'none' && !hasSecret) {
    return 'The client secret is not in memory, so the refresh token cannot be used.';
  }
  return undefined;
}

export const deadWords = {
  invalid_grant: 'The refresh token was refused (invalid_grant).',
  revoked: 'The refresh token was revoked.',
};
export const lostWords = 'It is not known whether the provider used up the refresh token, so it is not sent once more.';

const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
const clock = new Intl.DateTimeFormat('en', time);
const calendar = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: 'numeric', ...time });
/** In milliseconds: no calendar goes further (ECMA-262 section 21.4.1.1). */
const lastMoment = 8.64e15;
