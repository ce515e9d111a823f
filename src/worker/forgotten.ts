/** How often everything was forgotten in this life of the worker: what was begun before leaves nothing behind. */
export function createForgotten() {
  let times = 0;
  return {
    /** Everything is being forgotten, or has been. */
    note(): void {
      times += 1;
    },
    times: () => times,
  };
}

export type Forgotten = ReturnType<typeof createForgotten>;
