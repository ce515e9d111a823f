import type { Capture } from '../../../src/protocol/records.ts';

/** So many lines are on the page at first, in all lists together, and so many more come at a time. */
const linesAtFirst = 40;
export const linesAtATime = 100;

/** How many lines each of so many lists shows at first. */
export function shareOf(lists: number): number {
  return Math.max(1, Math.floor(linesAtFirst / Math.max(1, lists)));
}

/** The first captures of a list, and the one that is open, wherever it stands. `left`: how many are not shown. */
export function shownLines(
  captures: readonly Capture[],
  most: number,
  current: string | undefined,
): { shown: Capture[]; left: number } {
  const shown = captures.filter(({ id }, place) => place < most || id === current);
  return { shown, left: captures.length - shown.length };
}
