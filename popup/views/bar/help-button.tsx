import { useState } from 'preact/hooks';
import { useSingleKeys } from '../../parts/use-single-keys.ts';
import { ShortcutsDialog } from '../shortcuts-dialog.tsx';

/** Opens the list of shortcuts. It stays where single keys are switched off: the list says so. */
export function HelpButton() {
  const [isOpen, setOpen] = useState(false);
  const keyOf = useSingleKeys();
  return (
    <>
      <button
        type="button"
        class="btn quiet icon"
        aria-label="Keyboard shortcuts"
        aria-keyshortcuts={keyOf('?')}
        onClick={() => setOpen(true)}
      >
        <kbd>?</kbd>
      </button>
      {isOpen && <ShortcutsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
