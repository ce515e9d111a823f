import { Note } from '../../parts/note.tsx';
import { usePause } from '../../parts/use-pause.ts';

/** That nothing is watched, because a person paused it. */
export function PausedNote() {
  const pause = usePause();
  const end = () => {
    // the button goes with the note
    document.querySelector<HTMLElement>('.bar .btn')?.focus();
    void pause(false);
  };
  return (
    <Note tone="warn" icon="paused" role="status" heading="Watching is paused">
      <p>No login is captured until you watch again. “Sign in” takes the pause back.</p>
      <div class="row">
        <button type="button" class="btn small" onClick={end}>
          Watch again
        </button>
      </div>
    </Note>
  );
}
