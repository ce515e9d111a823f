import { type Capture, loginLifetime, type PendingLogin, type Profile } from '../../src/protocol/records.ts';

/** The profile in front: the chosen one, else the first. */
export function activeProfile(profiles: readonly Profile[], activeId: string): Profile | undefined {
  return profiles.find(({ id }) => id === activeId) ?? profiles[0];
}

/** The newest capture of a profile. Captures are stored newest first. */
export function newestCapture(captures: readonly Capture[], profileId: string): Capture | undefined {
  return captures.find((capture) => capture.profileId === profileId);
}

/** The newest login of a profile that was started here and still waits for its answer. */
export function pendingLogin(
  logins: readonly PendingLogin[],
  profileId: string,
  now: number,
): PendingLogin | undefined {
  return logins
    .filter((login) => login.profileId === profileId && !login.ended && now - login.startedAt < loginLifetime)
    .reduce<PendingLogin | undefined>(
      (newest, login) => (newest && newest.startedAt > login.startedAt ? newest : login),
      undefined,
    );
}
