/** Runs one piece of work of a name at a time, whichever context of the extension asks. */
export function exclusively<R>(name: string, work: () => Promise<R>): Promise<R> {
  // the DOM's type wraps the result in a promise once more than it does
  return navigator.locks.request(`claimcheck:${name}`, work) as Promise<R>;
}
