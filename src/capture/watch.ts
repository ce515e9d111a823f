import type { Profile } from '../protocol/records.ts';

type Watch<F, E> = (filters: F[], onEvent: (event: E) => void) => () => void;

/** Where an event page keeps its filters between two lives, readable without awaiting anything. */
export type FilterMemory = { read(): string | null; write(text: string): void };

type Options<F, S> = {
  /** What these profiles have watched. The order is stable, so that two lists can be compared as text. */
  filtersFor: (profiles: S) => F[];
  /** Passes every page. Registered for the first turn of a start only, until the profiles have been read. */
  broad: F[];
  /** Whether the browser lets us watch at all; the permission is optional. */
  isAllowed: () => boolean;
  memory?: FilterMemory | undefined;
};

const nothing = '[]';

/**
 * Watches the registered callbacks. Must be called in the first turn of a start.
 *
 * A service worker (Chromium) keeps the filters that were registered when it stopped and delivers the event that woke
 * it to whatever is registered in the first turn: so that turn registers a filter for any page, and `follow` narrows
 * it. An event page (Firefox) keeps only what was registered in the first turn: so the filters are remembered.
 */
export function startWatching<F, E, S = Profile[]>(
  watch: Watch<F, E>,
  onEvent: (event: E) => void,
  options: Options<F, S>,
) {
  const { filtersFor, broad, isAllowed, memory } = options;
  const first = memory ? remembered<F>(memory) : broad;
  const atStart = isAllowed() ? JSON.stringify(first) : nothing;
  let current = JSON.stringify(first);
  let stop = watch(first, onEvent);
  return {
    /** Watches what these profiles need and nothing else. `again`: the browser has just allowed it. */
    follow(profiles: S, again = false): void {
      const filters = filtersFor(profiles);
      const wanted = JSON.stringify(filters);
      memory?.write(wanted);
      if (wanted === current && !again) return;
      const stopNew = watch(filters, onEvent);
      stop();
      stop = stopNew;
      current = wanted;
    },
    /** Whether the browser will wake us for just these filters: an event page had them in its first turn. */
    isRemembered: () => !memory || !isAllowed() || current === atStart,
  };
}

function remembered<F>(memory: FilterMemory): F[] {
  try {
    const value: unknown = JSON.parse(memory.read() ?? '[]');
    return Array.isArray(value) ? value : []; // written by follow alone
  } catch {
    return [];
  }
}
