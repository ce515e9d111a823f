/** A storage area as the store uses it: the browser's own, or one in memory for the plain page and tests. */
export type Area = {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** The names of all keys. */
  keys(): Promise<string[]>;
  /** Runs one piece of work at a time, whichever of our pages or the worker asks: read, change and write in one. */
  exclusive<R>(work: () => Promise<R>): Promise<R>;
  /** Calls back with the names of the keys that changed, whoever wrote them, until the signal is aborted. */
  onChanged(callback: (keys: string[]) => void, signal?: AbortSignal): void;
};

/** An area that lives in this object alone. Values are copied in and out, as the browser does it. */
export function memoryArea(initial: Record<string, unknown> = {}): Area {
  const values = new Map(Object.entries(structuredClone(initial)));
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(keys: string[]) => void>();
  const tell = (keys: string[]) => {
    for (const listener of listeners) listener(keys);
  };
  return {
    async get(keys) {
      const wanted = keys === null ? [...values.keys()] : [keys].flat();
      return Object.fromEntries(
        wanted.filter((key) => values.has(key)).map((key) => [key, structuredClone(values.get(key))]),
      );
    },
    async set(items) {
      for (const [key, value] of Object.entries(structuredClone(items))) values.set(key, value);
      tell(Object.keys(items));
    },
    async remove(keys) {
      const gone = [keys].flat().filter((key) => values.delete(key));
      if (gone.length > 0) tell(gone);
    },
    keys: async () => [...values.keys()],
    exclusive(work) {
      const done = last.then(work);
      last = done.catch(() => {});
      return done;
    },
    onChanged(callback, signal) {
      listeners.add(callback);
      signal?.addEventListener('abort', () => listeners.delete(callback));
    },
  };
}
