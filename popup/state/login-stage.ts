import { type Capture, loginLifetime, type PendingLogin, type Profile } from '../../src/protocol/records.ts';
import { findCodeState } from './code-state.ts';
import type { World } from './world.ts';

export const loginStages = {
  provider: 'waiting at the provider',
  callback: 'back at the callback',
  checking: 'checking the answer',
  exchanging: 'exchanging the code',
} as const;
export type LoginStage = keyof typeof loginStages;

export type LoginUnderWay = { login: PendingLogin; stage: LoginStage };

/**
 * The newest login of a profile that was started in this kind of window and is not done: its answer has not come, is not
 * judged, or its code not exchanged.
 */
export function findLoginUnderWay(
  { logins = [], ...world }: Pick<World, 'logins' | 'secrets' | 'keptSecrets'>,
  captures: readonly Capture[],
  profile: Profile,
  now: number,
  isPrivate = false,
): LoginUnderWay | undefined {
  const own = logins
    .filter((login) => login.profileId === profile.id && (login.isPrivate ?? false) === isPrivate)
    .filter(({ startedAt }) => now - startedAt < loginLifetime)
    .sort((one, other) => other.startedAt - one.startedAt);
  for (const login of own) {
    const stage = stageOf(login, captures, profile, now, { ...world, logins });
    if (stage) return { login, stage };
  }
  return undefined;
}

function stageOf(
  login: PendingLogin,
  captures: readonly Capture[],
  profile: Profile,
  now: number,
  world: Pick<World, 'logins' | 'secrets' | 'keptSecrets'>,
): LoginStage | undefined {
  if (!login.ended) return login.captureIds.length === 0 ? 'provider' : 'callback';
  const capture = captures.find(({ id, frame }) => frame === 'main' && login.captureIds.includes(id));
  if (!capture || capture.error) return undefined;
  const code = findCodeState(capture, profile, now, world);
  if (code === 'exchanging' || code === 'waiting') return 'exchanging';
  return capture.judgedAt === undefined ? 'checking' : undefined;
}
