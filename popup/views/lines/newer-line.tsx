import type { Capture } from '../../../src/protocol/records.ts';
import { useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { captureTitle } from '../../state/capture/capture-line.ts';
import { clockTime } from '../../state/time-words.ts';

/** That a newer capture is there than the one that is being read, at the lower edge, where it moves nothing. */
export function NewerLine({ capture, onShow }: { capture: Capture; onShow: () => void }) {
  const now = useNow([]);
  return (
    <div class="watch told newer">
      <Icon name="clock" />
      <span>
        A newer capture came at {clockTime(capture.capturedAt, now)}: <bdi>{captureTitle(capture)}</bdi>
      </span>
      <button
        type="button"
        class="btn small end"
        onClick={() => {
          scrollTo(0, 0);
          onShow();
        }}
      >
        Show it
      </button>
    </div>
  );
}
