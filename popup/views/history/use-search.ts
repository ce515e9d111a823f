import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { type Found, searchCaptures } from '../../state/history/search.ts';
import { createSearchIndex, type SearchIndex, textWithin } from '../../state/history/search-index.ts';

/** In milliseconds: reading captures for the search takes no longer at a time, so that a key press need not wait. */
const slice = 6;
/** So many are read with the search itself. */
const few = 8;
/** In milliseconds: what a search that waits for the reading has found so far is shown again after this time. */
const pause = 200;

/**
 * Searches the captures. They are read for it after the first paint, while the browser has nothing else to do; what was
 * not read yet is found as soon as it was.
 */
export function useSearch(captures: readonly Capture[], profiles: readonly Profile[], query: string): Found {
  const index = useMemo(createSearchIndex, []);
  const [reading, setReading] = useState(0);
  const found = useMemo(
    () => searchCaptures(captures, query, { profiles, textOf: textWithin(index, few) }),
    [captures, profiles, query, index, reading],
  );
  const isWaited = found.unread > 0;
  useEffect(() => {
    index.keepOnly(captures);
    let shownAt = performance.now();
    const readOn = () => {
      const isDone = readSome(index, captures);
      if (isDone || (isWaited && performance.now() - shownAt > pause)) {
        shownAt = performance.now();
        setReading((count) => count + 1);
      }
      if (!isDone) handle = requestIdleCallback(readOn);
    };
    let handle = requestIdleCallback(readOn);
    return () => cancelIdleCallback(handle);
  }, [captures, index, isWaited]);
  return found;
}

/** Reads what is not read yet, as far as there is time; whether all of it is read now. */
function readSome(index: SearchIndex, captures: readonly Capture[]): boolean {
  const end = performance.now() + slice;
  for (const capture of captures) {
    if (index.textOf(capture) !== undefined) continue;
    if (performance.now() > end) return false;
    index.read(capture);
  }
  return true;
}
