import type { Capture } from '../../../src/protocol/records.ts';
import { newestCapture } from './current.ts';

/** The capture in front, and the newest there was when it was decided upon. */
export type InFront = {
  captureId: string | undefined;
  newest: Capture | undefined;
  /** A person chose it: it stays although nobody is at it. */
  isChosen: boolean;
  /** A newer one came and did not take its place. */
  hasNewer: boolean;
};

/**
 * What stands in front now. The newest capture does; but while a person reads one, only a capture that they asked for takes
 * its place: what comes by itself, from a login of their app, waits until they want to see it.
 */
export function nextInFront(
  before: InFront | undefined,
  captures: readonly Capture[],
  isReading: () => boolean,
): InFront {
  const newest = newestCapture(captures);
  const ahead = { captureId: newest?.id, newest, isChosen: false, hasNewer: false };
  if (!before || !captures.some(({ id }) => id === before.captureId)) return ahead;
  const hasNewer = before.hasNewer && newest?.id !== before.captureId;
  // the newest before may have been forgotten: what is older is no news
  const isNews = newest && before.newest && newest.id !== before.newest.id && !isOlder(newest, before.newest);
  if (!isNews) return { ...before, newest, hasNewer };
  if (isAskedFor(newest)) return ahead;
  if (newest.id === before.captureId || !(before.isChosen || isReading())) return ahead;
  return { ...before, newest, hasNewer: true };
}

/** A person chose this capture of the list, or the newest. */
export function chosenInFront(captureId: string, captures: readonly Capture[]): InFront {
  const newest = newestCapture(captures);
  return { captureId, newest, isChosen: captureId !== newest?.id, hasNewer: false };
}

function isOlder(one: Capture, other: Capture): boolean {
  return one.capturedAt < other.capturedAt;
}

/** A login that was started here, a text that was pasted, a sample. */
function isAskedFor({ startedHere, origin }: Capture): boolean {
  return startedHere || origin !== undefined;
}
