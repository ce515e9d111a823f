import type { Profile } from '../protocol/records.ts';
import { anyPage, callbackFilters, type UrlFilter } from './callback-filters.ts';

type Watch<E> = (filters: UrlFilter[], onEvent: (event: E) => void) => () => void;

/** Where an event page keeps its filters between two lives, readable without awaiting anything. */
export type FilterMemory = { read(): string | null; write(text: string): void };

/** `isAllowed`: whether the browser lets us watch at all; the permission is optional. */
type Options = { isAllowed: () => boolean; memory?: FilterMemory | undefined };

const nothing = '[]';

/**
 * Watches the registered callbacks. Must be called in the first turn of a start.
 *
 * A service worker (Chromium) keeps the filters that were registered when it stopped and delivers the event that woke
 * it to whatever is registered in the first turn: so that turn registers a filter for any page, and `follow` narrows
 * it. An event page (Firefox) keeps only what was registered in the first turn: so the filters are remembered.
 */
export function startWatching<E>(watch: Watch<E>, onEvent: (event: E) => void, { isAllowed, memory }: Options) {
  const first = memory ? remembered(memory) : anyPage;
  const atStart = isAllowed() ? JSON.stringify(first) : nothing;
  let current = JSON.stringify(first);
  let stop = watch(first, onEvent);
  return {
    /** Watches the callbacks of these profiles and no other page. `again`: the browser has just allowed it. */
    follow(profiles: Profile[], again = false): void {
      const filters = callbackFilters(profiles);
      const wanted = JSON.stringify(filters);
      memory?.write(wanted);
      if (wanted === current && !again) return;
      const stopNew = watch(filters, onEvent);
      stop();
      stop = stopNew;
      current = wanted;
    },
    /** Whether the browser will wake us for just these filters: an event page had them in its first turn. */
    isRemembered: () => !memory || current === atStart,
  };
}

function remembered(memory: FilterMemory): UrlFilter[] {
  try {
    const value: unknown = JSON.parse(memory.read() ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
