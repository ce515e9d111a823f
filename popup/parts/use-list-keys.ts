import { useCallback } from 'preact/hooks';
import { listStep } from '../state/list-step.ts';

/**
 * The ref of an element that holds a list of links or buttons, or of what `lines` selects: ↑ ↓ Home End move the focus among
 * those that are seen.
 */
export function useListKeys<E extends HTMLElement>(lines = 'a[href], button'): (element: E | null) => void {
  return useCallback(
    (element: E | null) => element?.addEventListener('keydown', (event) => onKey(event, lines)),
    [lines],
  );
}

function onKey(event: KeyboardEvent, lines: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  const { currentTarget, target } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const all = [...currentTarget.querySelectorAll<HTMLElement>(lines)];
  const at = all.indexOf(target);
  if (at < 0) return;
  const next = listStep(event.key, at, all.length, (place) => all[place]?.checkVisibility() === true);
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}
