import { useLayoutEffect, useRef } from 'preact/hooks';

type Spot = { tag: string; name: string; top: number };

/**
 * When one capture gives way to another, the focus goes to the counterpart of what had it, and the scroll stays. `id` names
 * what is shown.
 */
export function useKeptFocus(id: string | undefined): void {
  const shown = useRef(id);
  // what has the focus is still there while the next is rendered
  const spot = shown.current === id ? undefined : focusedSpot();
  useLayoutEffect(() => {
    shown.current = id;
    if (!spot || document.activeElement !== document.body) return;
    counterpartOf(spot)?.focus({ preventScroll: true });
    document.scrollingElement?.scrollTo({ top: spot.top });
  }, [id]);
}

function focusedSpot(): Spot | undefined {
  const focused = document.activeElement;
  if (!focused?.closest('main')) return undefined;
  return { tag: focused.tagName, name: nameOf(focused), top: document.scrollingElement?.scrollTop ?? 0 };
}

function counterpartOf({ tag, name }: Spot): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`main ${tag}`)].find((one) => nameOf(one) === name);
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? (element.id || (element.textContent ?? '').trim());
}
