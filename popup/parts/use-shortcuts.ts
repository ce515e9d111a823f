import { useEffect } from 'preact/hooks';
import { shortcutFor } from '../state/shortcuts.ts';

/** Everything that takes keys for itself while it has the focus. */
const fields = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], [popover], dialog';

/**
 * Single keys: each presses what names it in `aria-keyshortcuts`, without moving the focus; `/` goes to its field. Switched
 * off, nothing names any (use-single-keys.ts).
 */
export function useShortcuts(): void {
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

function onKey(event: KeyboardEvent): void {
  const isInField = event.target instanceof Element && event.target.closest(fields) !== null;
  const key = shortcutFor(event, isInField || document.querySelector('dialog[open]') !== null);
  const target = key && document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  if (!target) return;
  event.preventDefault();
  if (target instanceof HTMLInputElement) target.focus();
  else target.click();
}
