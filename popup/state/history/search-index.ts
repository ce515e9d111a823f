import type { Capture } from '../../../src/protocol/records.ts';
import { searchText } from './search-text.ts';

export type SearchIndex = {
  /** What a capture is found by; undefined until it was read. */
  textOf(capture: Capture): string | undefined;
  /** Reads a capture, as it is now. */
  read(capture: Capture): string;
  /** Lets go of what was read of all others. */
  keepOnly(captures: readonly Capture[]): void;
};

/**
 * What was read of captures for the search. Each change of the store brings all captures anew: what was read stays good as
 * long as what it came from is the same.
 */
export function createSearchIndex(): SearchIndex {
  const entries = new Map<string, { capture: Capture; text: string }>();
  return {
    textOf(capture) {
      const entry = entries.get(capture.id);
      if (!entry || !saysTheSame(entry.capture, capture)) return undefined;
      entry.capture = capture;
      return entry.text;
    },
    read(capture) {
      const text = searchText(capture);
      entries.set(capture.id, { capture, text });
      return text;
    },
    keepOnly(captures) {
      const held = new Set(captures.map(({ id }) => id));
      for (const id of entries.keys()) if (!held.has(id)) entries.delete(id);
    },
  };
}

/**
 * `textOf` that reads a few itself: a single capture that has changed does not leave a search for as long as it takes to read
 * it again.
 */
export function textWithin(index: SearchIndex, most: number): SearchIndex['textOf'] {
  let left = most;
  return (capture) => {
    const known = index.textOf(capture);
    if (known !== undefined || left === 0) return known;
    left -= 1;
    return index.read(capture);
  };
}

function saysTheSame(one: Capture, other: Capture): boolean {
  return one === other || sources.every((source) => source(one) === source(other));
}

/** All that `searchText` reads. */
const sources: ((capture: Capture) => unknown)[] = [
  ({ tokens }) => tokens.id_token,
  ({ tokens }) => tokens.access_token,
  ({ tokens }) => tokens.refresh_token,
  ({ userinfo }) => userinfo?.at,
  ({ userinfo }) => userinfo?.body,
  ({ userinfo }) => userinfo?.wwwAuthenticate,
  ({ error }) => error?.error,
  ({ error }) => error?.description,
  ({ tokenFailure }) => tokenFailure?.error,
  ({ tokenFailure }) => tokenFailure?.description,
];
