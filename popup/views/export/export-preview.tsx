import { Icon } from '../../parts/icon.tsx';
import { safeLines } from '../../state/safe-text.ts';

/** In characters: more of a preview nobody reads, and a browser takes long to lay out. */
const longest = 20_000;

/** What would leave, to look through. */
export function ExportPreview({ text }: { text: string }) {
  return (
    <details>
      <summary>
        <span>Preview</span>
        <Icon name="down" class="caret" />
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label="Text of the file">
        <pre>
          {safeLines(text.slice(0, longest))}
          {text.length > longest && `\n… ${(text.length - longest).toLocaleString('en')} characters more`}
        </pre>
      </section>
    </details>
  );
}
