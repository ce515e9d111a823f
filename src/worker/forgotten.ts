/** Since when nothing is remembered: what was begun before the person had everything forgotten leaves nothing behind. */
export function createForgotten(now: () => number) {
  let last = Number.NEGATIVE_INFINITY;
  return {
    /** Everything is being forgotten. What is under way dies with this life of the worker, so that it need not be stored. */
    note(): void {
      last = now();
    },
    /** Whether what was begun at a time (ms) is to be forgotten. */
    covers: (begun: number): boolean => begun <= last,
  };
}

export type Forgotten = ReturnType<typeof createForgotten>;
