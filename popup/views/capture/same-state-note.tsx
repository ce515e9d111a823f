import type { Capture } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { Note } from '../../parts/note.tsx';
import { useRead } from '../../parts/world-context.ts';
import { findSameState } from '../../state/capture/same-state.ts';
import { hashOf } from '../../state/route.ts';
import { clockTime } from '../../state/time-words.ts';

type Props = { capture: Capture; isPrivate: boolean; now: number };

/** On the first of two answers with one state: that there is another, and the way to it. */
export function SameStateNote({ capture, isPrivate, now }: Props) {
  const host = useHost();
  const { captures = [], privateCaptures = [] } = useRead();
  const other = findSameState(capture, isPrivate ? privateCaptures : captures);
  if (!other) return null;
  return (
    <div class="inset">
      <Note tone="warn" heading="Another answer came with the same state">
        <p>
          It came at {clockTime(other.capturedAt, now)}. A state is good for one answer (RFC 9700 section 4.2): one of
          the two was replayed or forged, and the checks cannot tell which. Use neither. Sign in again.
        </p>
        <div class="row">
          <button
            type="button"
            class="btn small"
            onClick={() => host.openPage(`page.html${hashOf({ view: 'captures', id: other.id })}`)}
          >
            Open the other answer
          </button>
        </div>
      </Note>
    </div>
  );
}
