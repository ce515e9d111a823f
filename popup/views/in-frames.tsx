import type { Capture } from '../../src/protocol/records.ts';
import { useHost, useNow } from '../parts/host-context.ts';
import { hashOf } from '../state/route.ts';
import { clockTime, relativeTime } from '../state/time-words.ts';

/** The answers of a profile that came in frames, newest first: how many, and the way to the newest. */
export function InFrames({ captures }: { captures: readonly Capture[] }) {
  const host = useHost();
  const [newest] = captures;
  const now = useNow(newest ? [newest.capturedAt] : []);
  if (!newest) return null;
  const { length } = captures;
  const when = `${clockTime(newest.capturedAt, now)}, ${relativeTime(newest.capturedAt, now)}`;
  return (
    <section aria-labelledby="frames-h">
      <div class="head ruled">
        <h2 id="frames-h">In a frame</h2>
        <span class="n">{length}</span>
        <button
          type="button"
          class="btn quiet small end"
          onClick={() => host.openPage(`page.html${hashOf({ view: 'captures', id: newest.id })}`)}
        >
          Open the newest
        </button>
      </div>
      <p class="aside">
        {length === 1
          ? `One answer came in a frame of a page (silent renewal), at ${when}.`
          : `${length} answers came in frames of pages (silent renewal), the newest at ${when}.`}
      </p>
    </section>
  );
}
