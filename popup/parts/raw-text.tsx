import { safeLines } from '../state/safe-text.ts';

/** More of a text than this is not put on the page. */
const longest = 4000;

/** A text from outside as it stands, in a box that scrolls and so takes the focus. `what`: its accessible name. */
export function RawText({ text, what }: { text: string; what: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="raw scroll" aria-label={what} tabIndex={0}>
        <pre>{safeLines(text.slice(0, longest))}</pre>
      </section>
      {text.length > longest && (
        <p class="muted">
          The first {longest.toLocaleString('en')} of {text.length.toLocaleString('en')} characters. Copying gives all
          of it.
        </p>
      )}
    </>
  );
}
