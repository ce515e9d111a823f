import { useHost } from './host-context.ts';
import type { Said } from './say.ts';

/** Takes a token off the clipboard again. */
export function ClearNow({ onSaid }: { onSaid: (said: Said) => void }) {
  const host = useHost();
  const clear = async () => {
    try {
      await host.copy('');
      onSaid({ seen: clearedWords, spoken: '' });
    } catch {
      onSaid({ seen: 'Not cleared: the browser refused the clipboard. Copy something else.', spoken: '' });
    }
  };
  return (
    <button type="button" class="btn quiet small" onClick={() => void clear()}>
      Clear now
    </button>
  );
}

const clearedWords =
  'Cleared. Where this system keeps a clipboard history (Windows logo key and V, for one), delete the token there too.';
