import { type Capture, loginLifetime, type PendingLogin, type Profile } from '../../src/protocol/records.ts';

/** The profile in front: the chosen one, else the first. */
export function activeProfile(profiles: readonly Profile[], activeId: string): Profile | undefined {
  return profiles.find(({ id }) => id === activeId) ?? profiles[0];
}

/** The newest capture, one of the main frame before one of a frame in it. Captures are stored newest first. */
export function newestCapture(captures: readonly Capture[]): Capture | undefined {
  return captures.find(({ frame }) => frame === 'main') ?? captures[0];
}

/** The newest login of a profile that was started in this kind of window and still waits for its answer. */
export function pendingLogin(
  logins: readonly PendingLogin[],
  profileId: string,
  now: number,
  isPrivate = false,
): PendingLogin | undefined {
  return logins
    .filter((login) => login.profileId === profileId && (login.isPrivate ?? false) === isPrivate)
    .filter((login) => !login.ended && now - login.startedAt < loginLifetime)
    .reduce<PendingLogin | undefined>(
      (newest, login) => (newest && newest.startedAt > login.startedAt ? newest : login),
      undefined,
    );
}
