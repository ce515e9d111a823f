import { type Capture, type Fresh, type FreshWay, loginLifetime } from '../../../src/protocol/records.ts';
import { stretch } from '../time-words.ts';
import { isExpired, lifetimeOf } from './lifetime.ts';

export type FreshLine = {
  tone: 'skip' | 'pass' | 'fail';
  words: string;
  /** Why a shorter way was left, or why there is no token. */
  reason?: string;
  isBusy: boolean;
};

const busy: Partial<Record<Fresh['step'], string>> = {
  looking: 'Looking for a token that is still good…',
  refreshing: 'Refreshing…',
  renewing: 'Renewing through the provider’s session, in a tab behind…',
  signing_in: 'Waiting for the sign-in…',
};

/** Whether what was asked for still counts: a press of ten minutes ago is over. */
export function isCurrent(fresh: Fresh, profileId: string, isPrivate: boolean, now: number): boolean {
  const isOwn = fresh.profileId === profileId && (fresh.isPrivate ?? false) === isPrivate;
  return isOwn && now - fresh.askedAt < loginLifetime;
}

export function isUnderWay({ step }: Fresh): boolean {
  return busy[step] !== undefined;
}

/** Whether the token that was found was revoked since: nothing of it is said or copied any more. */
export function isRevoked({ step }: Fresh, capture: Capture | undefined, now: number): boolean {
  if (!capture || (step !== 'ready' && step !== 'copied')) return false;
  return lifetimeOf(capture, undefined, 'access_token', now).kind === 'revoked';
}

/** How far "Fresh token" is and which way it took, in one line. `capture`: the one that it names. */
export function freshLine(fresh: Fresh, capture: Capture | undefined, now: number): FreshLine {
  const { step, reason } = fresh;
  const because = reason === undefined ? {} : { reason };
  const waiting = busy[step];
  if (waiting !== undefined) return { tone: 'skip', words: waiting, isBusy: true, ...because };
  if (step === 'failed') return { tone: 'fail', words: 'No fresh token.', isBusy: false, ...because };
  const done = step === 'copied' ? 'copied' : 'ready to copy';
  return { tone: 'pass', words: wayWords(fresh, done, capture, now), isBusy: false, ...because };
}

/** What is left is what was left at the press: the line is read out, and a countdown never is. */
function wayWords({ way, askedAt }: Fresh, done: string, capture: Capture | undefined, now: number): string {
  if (way === 'still_good') {
    const life = capture && lifetimeOf(capture, undefined, 'access_token', now);
    if (life?.kind !== 'runs') return `Still good: ${done}.`;
    return isExpired(life)
      ? `It was still good: ${done}.`
      : `Still good for ${stretch(life.expiresAt - askedAt)}: ${done}.`;
  }
  return `${way === undefined ? 'A fresh token is' : ways[way]}${way === undefined ? '' : ' and'} ${done}.`;
}

const ways: Record<Exclude<FreshWay, 'still_good'>, string> = {
  refreshed: 'Refreshed',
  silent: 'Renewed through the provider’s session',
  interactive: 'Signed in',
  client: 'Asked for as the client itself',
};
