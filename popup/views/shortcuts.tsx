import { useCallback, useState } from 'preact/hooks';
import { useShortcuts } from '../parts/use-shortcuts.ts';
import { useSingleKeys } from '../parts/use-single-keys.ts';
import { useWidth } from '../parts/width-context.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** Listens for the keys, as long as it stands. In popup and side panel `?` has no button: there it opens the list itself. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  const hasKeys = useSingleKeys()('?') !== undefined;
  const isPage = useWidth() === 'page';
  const open = useCallback(() => setOpen(true), []);
  useShortcuts(hasKeys && !isPage ? open : undefined);
  return isOpen ? <ShortcutsDialog onClose={() => setOpen(false)} /> : null;
}
