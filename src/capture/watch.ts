import type { Profile } from '../protocol/records.ts';
import { anyPage, callbackFilters, type UrlFilter } from './callback-filters.ts';

type Watch<E> = (filters: UrlFilter[], onEvent: (event: E) => void) => () => void;

/** Where an event page keeps its filters between two lives, readable without awaiting anything. */
export type FilterMemory = { read(): string | null; write(text: string): void };

/**
 * Watches the registered callbacks. Must be called in the first turn of a start.
 *
 * A service worker (Chromium) keeps the filters that were registered when it stopped and delivers the event that woke
 * it to whatever is registered in the first turn: so that turn registers a filter for any page, and `follow` narrows
 * it. An event page (Firefox) keeps only what was registered in the first turn: so the filters are remembered.
 */
export function startWatching<E>(watch: Watch<E>, onEvent: (event: E) => void, memory?: FilterMemory) {
  const first = memory ? remembered(memory) : anyPage;
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
    /** Whether the browser will wake an event page for just these filters: they were there in the first turn. */
    isRemembered: () => !memory || current === JSON.stringify(first),
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
