/**
 * The same work, never twice at once: asked for while it runs, it runs once more after that. The promise is that of a run
 * that begins after the asking.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const ask = (): Promise<void> => {
    if (next) return next;
    if (!running) {
      running = work().finally(() => {
        running = undefined;
      });
      return running;
    }
    next = running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return ask();
      });
    return next;
  };
  return ask;
}
