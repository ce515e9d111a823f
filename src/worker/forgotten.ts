/**
 * How often everything was forgotten in this life of the worker, and how often secrets were, by themselves and of one profile
 * too: what was begun before leaves nothing behind.
 */
export function createForgotten() {
  let times = 0;
  let secretTimes = 0;
  const ofProfiles = new Map<string, number>();
  return {
    /** Everything is being forgotten, or has been. */
    note(): void {
      times += 1;
      secretTimes += 1;
    },
    /** Tokens and secrets are being forgotten. */
    noteSecrets(): void {
      secretTimes += 1;
    },
    /** The secret of one profile is being forgotten. */
    noteSecretOf(profileId: string): void {
      ofProfiles.set(profileId, (ofProfiles.get(profileId) ?? 0) + 1);
    },
    times: () => times,
    /** Of all secrets, and of the one of this profile. */
    secretTimes: (profileId: string) => secretTimes + (ofProfiles.get(profileId) ?? 0),
  };
}

export type Forgotten = ReturnType<typeof createForgotten>;
