import { findParameter } from '../../../src/protocol/jarm.ts';
import type { Capture } from '../../../src/protocol/records.ts';

/** What the later of two answers with one state is marked by itself. */
const ownMarks = new Set(['state_repeated', 'state_used']);

/**
 * A later answer that carries the state of this one, the newest first: one of the two was replayed or forged (RFC 9700
 * section 4.2). Undefined for a capture that says so of itself.
 */
export function findSameState(capture: Capture, captures: readonly Capture[]): Capture | undefined {
  const state = stateOf(capture);
  if (state === undefined || capture.events.some(({ kind }) => ownMarks.has(kind))) return undefined;
  return captures.find(
    (other) =>
      other.id !== capture.id &&
      other.profileId === capture.profileId &&
      other.capturedAt >= capture.capturedAt &&
      stateOf(other) === state,
  );
}

/** What was pasted is no answer that came. */
function stateOf({ origin, params }: Capture): string | undefined {
  return origin === undefined ? findParameter(params, 'state') || undefined : undefined;
}
