import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { profileOf } from '../../../src/protocol/sample-profile.ts';
import { nameWithout } from '../capture/capture-line.ts';
import { fold } from './search-text.ts';

export type Found = {
  captures: Capture[];
  /** How many were not read yet, and may be found all the same. */
  unread: number;
};

/** Whether a query looks for anything. */
export function isSearch(query: string): boolean {
  return wordsOf(query).length > 0;
}

/**
 * The captures in which every word of the query stands: in what `textOf` gives, or in the name of the profile. In their
 * order. One that was not read yet is found by its profile alone.
 */
export function searchCaptures(
  captures: readonly Capture[],
  query: string,
  { profiles, textOf }: { profiles: readonly Profile[]; textOf: (capture: Capture) => string | undefined },
): Found {
  const words = wordsOf(query);
  if (words.length === 0) return { captures: [...captures], unread: 0 };
  const names = new Map<string, string>();
  const nameOf = (capture: Capture) => {
    const { profileId } = capture;
    const name = names.get(profileId) ?? fold(profileOf(capture, profiles)?.name ?? nameWithout(profileId));
    names.set(profileId, name);
    return name;
  };
  let unread = 0;
  const found = captures.filter((capture) => {
    const text = textOf(capture);
    if (text === undefined) unread += 1;
    const name = nameOf(capture);
    return words.every((word) => {
      const inText =
        text !== undefined && (text.includes(word.whole) || (word.claim !== '' && text.includes(word.claim)));
      return inText || name.includes(word.whole);
    });
  });
  return { captures: found, unread };
}

/** `claim`: what `email:ada` or `email=ada` looks for in a text that has names and values with a space between; else ''. */
type Word = { whole: string; claim: string };

function wordsOf(query: string): Word[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.map((whole) => {
    const at = Math.max(whole.lastIndexOf(':'), whole.indexOf('='));
    const [name, value] = [whole.slice(0, at), whole.slice(at + 1)];
    return { whole, claim: at > 0 && value !== '' ? `${name} ${value}` : '' };
  });
}
