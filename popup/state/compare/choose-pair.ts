import { userOf } from '../../../src/protocol/compare/unrelated.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { newestCapture } from '../capture/current.ts';

/** The ids of the two captures that are compared; '' where there is none to choose. */
export type Pair = { a: string; b: string };

/**
 * The pair that a route means. What it leaves open is the login before of the same user by the same profile, else the
 * capture before. An id that is not held stays: it is said that it is gone. Captures are stored newest first.
 */
export function choosePair(a: string, b: string, captures: readonly Capture[]): Pair {
  if (a !== '' && b !== '') return { a, b };
  if (a !== '') return { a, b: partnerOf(a, captures) };
  const second = b === '' ? (newestCapture(captures)?.id ?? '') : b;
  return { a: partnerOf(second, captures), b: second };
}

function partnerOf(id: string, captures: readonly Capture[]): string {
  const at = captures.findIndex((capture) => capture.id === id);
  const capture = captures[at];
  const before = captures.slice(at + 1);
  const user = capture && userOf(capture);
  const sameUser = before.find((one) => one.profileId === capture?.profileId && userOf(one) === user);
  return (sameUser ?? before[0] ?? captures[at - 1])?.id ?? '';
}
