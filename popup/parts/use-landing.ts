import { useEffect, useRef } from 'preact/hooks';

/** Keeps the focus in the page where the link that led to another view went away with the one before. */
export function useLanding(view: string): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement !== document.body) return;
    // its heading may not be there yet
    const main = document.querySelector('main');
    main?.setAttribute('tabindex', '-1');
    main?.focus({ preventScroll: true });
  }, [view]);
}
