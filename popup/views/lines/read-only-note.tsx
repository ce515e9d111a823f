import { useEffect, useState } from 'preact/hooks';
import { NewerStorage } from '../../../src/store/newer-storage.ts';
import type { Width } from '../../host.ts';
import { useHost } from '../../parts/host-context.ts';
import { Note } from '../../parts/note.tsx';

/** Says that a newer version wrote what lies on disk, and whenever something was not written for it. */
export function ReadOnlyNote({ width }: { width: Width }) {
  const host = useHost();
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    // what has no words of its own for a write that fails
    const onRefused = (event: PromiseRejectionEvent) => {
      if (!(event.reason instanceof NewerStorage)) return;
      event.preventDefault();
      setRefused((count) => count + 1);
    };
    addEventListener('unhandledrejection', onRefused);
    return () => removeEventListener('unhandledrejection', onRefused);
  }, []);
  return (
    <Note tone="warn" heading="A newer Claimcheck wrote what is stored here">
      <p>
        This one shows profiles and settings, and changes nothing of them. Logins are captured as ever. To change things
        here, update Claimcheck on the browser’s extensions page, or choose “Forget everything, on disk too” in
        Settings, which asks first.
      </p>
      {refused > 0 && (
        <p key={refused} role="alert">
          That was not stored. Nothing was changed.
        </p>
      )}
      {width !== 'page' && (
        <div class="row">
          <button type="button" class="btn small" onClick={() => host.openPage('page.html#settings')}>
            Settings
          </button>
        </div>
      )}
    </Note>
  );
}
