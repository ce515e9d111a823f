/**
 * How often everything was forgotten in this life of the worker, and how often secrets were, by themselves too: what was begun
 * before leaves nothing behind.
 */
export function createForgotten() {
  let times = 0;
  let secretTimes = 0;
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
    times: () => times,
    secretTimes: () => secretTimes,
  };
}

export type Forgotten = ReturnType<typeof createForgotten>;
