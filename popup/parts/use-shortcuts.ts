import { useLayoutEffect } from 'preact/hooks';
import { shortcutFor } from '../state/shortcuts.ts';

/** Everything that takes keys for itself while it has the focus. */
const fields = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], [popover], dialog';

/**
 * Single keys: each presses what names it in `aria-keyshortcuts`, without moving the focus; `/` goes to its field. Switched
 * off, nothing names any (use-single-keys.ts). `onHelp` is for `?` where no button has it. Escape clears the filter.
 */
export function useShortcuts(onHelp: (() => void) | undefined): void {
  useLayoutEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => (event.key === 'Escape' ? clearFilter(event) : press(event, onHelp));
    document.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, [onHelp]);
}

function press(event: KeyboardEvent, onHelp: (() => void) | undefined): void {
  const key = shortcutFor(event, isInField(event) || isAnyOpen());
  const target = key && document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  if (!target && !(key === '?' && onHelp)) return;
  event.preventDefault();
  if (target instanceof HTMLInputElement) target.focus();
  else if (target) target.click();
  else onHelp?.();
}

/** The filter that has the focus, else the first that is not empty. With a menu or dialog open Escape closes that. */
function clearFilter(event: KeyboardEvent): void {
  if (event.defaultPrevented || isAnyOpen()) return;
  const filled = [...document.querySelectorAll<HTMLInputElement>('input[type="search"]')].filter(({ value }) => value);
  const filter = isInField(event) ? filled.find((one) => one === event.target) : filled[0];
  if (!filter) return;
  // left to the browser, Escape would close the extension's popup
  event.preventDefault();
  filter.value = '';
  filter.dispatchEvent(new Event('input', { bubbles: true }));
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}

function isAnyOpen(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}
