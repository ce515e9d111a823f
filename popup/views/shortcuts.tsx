import { useShortcuts } from '../parts/use-shortcuts.ts';

/** Listens for the single keys, as long as it stands. */
export function Shortcuts() {
  useShortcuts();
  return null;
}
