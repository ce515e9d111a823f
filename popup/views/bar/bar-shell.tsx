import { Mark } from '../../parts/first-icon.tsx';

/**
 * The bar before anything is read. It stands in popup.html and panel.html too, so that the first paint waits for no code;
 * its mark is where that of the bar will be.
 */
export function BarShell() {
  return (
    <header class="bar">
      <span class="brand">
        <Mark />
      </span>
    </header>
  );
}
