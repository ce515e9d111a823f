import { isUseBlocked } from '../../../src/protocol/checks.ts';
import { type Capture, loginLifetime, type PendingLogin, type Profile } from '../../../src/protocol/records.ts';
import { type CodeRead, findCodeState } from './code-state.ts';

export const loginStages = {
  provider: 'waiting at the provider',
  callback: 'back at the callback',
  checking: 'checking the answer',
  exchanging: 'exchanging the code',
} as const;
export type LoginStage = keyof typeof loginStages;

export type LoginUnderWay = { login: PendingLogin; stage: LoginStage };

/**
 * The logins of a profile that were started in this kind of window and are not done, the newest first: their answer has not
 * come, is not judged, or its code not exchanged.
 */
export function findLoginsUnderWay(
  { logins = [], ...world }: CodeRead,
  captures: readonly Capture[],
  profile: Profile,
  now: number,
  isPrivate = false,
): LoginUnderWay[] {
  return logins
    .filter((login) => login.profileId === profile.id && (login.isPrivate ?? false) === isPrivate)
    .filter(({ startedAt }) => now - startedAt < loginLifetime)
    .sort((one, other) => other.startedAt - one.startedAt)
    .flatMap((login) => {
      const stage = stageOf(login, captures, profile, now, { ...world, logins });
      return stage ? [{ login, stage }] : [];
    });
}

/** The states of those that can still be ended: a code that is on its way is not called back. */
export function cancellable(all: readonly LoginUnderWay[]): string[] {
  return all.filter(({ stage }) => stage !== 'exchanging').map(({ login }) => login.state);
}

function stageOf(
  login: PendingLogin,
  captures: readonly Capture[],
  profile: Profile,
  now: number,
  world: CodeRead,
): LoginStage | undefined {
  const own = captures.filter(({ id }) => login.captureIds.includes(id));
  if (!login.ended) {
    if (login.captureIds.length === 0) return 'provider';
    // what came in its tab was not its answer, and says so itself
    return own.length > 0 && own.every(isRefused) ? undefined : 'callback';
  }
  const capture = own.find(({ frame }) => frame === 'main');
  if (!capture || capture.error) return undefined;
  const code = findCodeState(capture, profile, now, world);
  if (code === 'exchanging' || code === 'waiting') return 'exchanging';
  return capture.judgedAt === undefined ? 'checking' : undefined;
}

function isRefused({ judgedAt, verdicts }: Capture): boolean {
  return judgedAt !== undefined && isUseBlocked(verdicts);
}
