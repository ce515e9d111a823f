/**
 * The order in which the records of logins change: one piece of work after the other, each once all that the browser has
 * told of lies in the inbox. Otherwise a tab that its answer closes would be known to be closed before the answer is known.
 */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let arriving: Promise<unknown> = Promise.resolve();
  return {
    /** Something is on its way to the inbox. */
    arrives(write: Promise<unknown>): void {
      // the answers are let go of: one would hold all before it
      arriving = Promise.allSettled([arriving, write]).then(() => {});
    },
    /** Over when all that has come until now lies in the inbox. */
    hasArrived: () => arriving,
    afterwards<R>(work: () => Promise<R>): Promise<R> {
      const done = last.then(() => arriving).then(work);
      last = done.catch(() => {});
      return done;
    },
  };
}
