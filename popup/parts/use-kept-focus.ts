import { useLayoutEffect, useRef } from 'preact/hooks';

type Spot = { element: Element; tag: string; name: string; top: number };

/**
 * When one capture gives way to another, the focus goes to the counterpart of what had it, at the same place of the window;
 * where there is none it goes to the verdict. `id` names what is shown.
 */
export function useKeptFocus(id: string | undefined): void {
  const shown = useRef(id);
  // what has the focus is still there while the next is rendered
  const spot = shown.current === id ? undefined : focusedSpot();
  useLayoutEffect(() => {
    shown.current = id;
    if (!spot || spot.element.isConnected) return;
    const counterpart = counterpartOf(spot);
    const instead = counterpart ?? document.querySelector<HTMLElement>('.stub a');
    instead?.focus({ preventScroll: true });
    // parts above it may still be to come: the browser keeps it in its place while they do
    if (counterpart) scrollBy({ top: topOf(counterpart) - spot.top });
  }, [id]);
}

function focusedSpot(): Spot | undefined {
  const element = document.activeElement;
  if (!element?.closest('main')) return undefined;
  return { element, tag: element.tagName, name: nameOf(element), top: topOf(element) };
}

function counterpartOf({ tag, name }: Spot): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`main ${tag}`)].find((one) => nameOf(one) === name);
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? (element.id || (element.textContent ?? '').trim());
}
