import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CopyButton } from '../../parts/copy-button.tsx';
import { type Said, SayContext } from '../../parts/say.ts';
import { Sign } from './signs.tsx';

type Props = {
  onlyDiffers: boolean;
  onOnlyDiffers: (only: boolean) => void;
  onSwap: () => void;
  /** Made when it is asked for. */
  markdown: () => string;
};

/** What the view is for, and what can be done with the comparison. */
export function CompareTitle({ children }: { children?: ComponentChildren }) {
  return (
    <div class="title">
      <h1>Compare</h1>
      <p>What changed between two logins. Times are shown as the distance from A to B.</p>
      {children}
    </div>
  );
}

export function CompareActions({ onlyDiffers, onOnlyDiffers, onSwap, markdown }: Props) {
  const [said, say] = useState<Said>();
  const isCopied = said?.seen === 'Copied';
  return (
    <SayContext value={say}>
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={onlyDiffers}
            onChange={({ currentTarget }) => onOnlyDiffers(currentTarget.checked)}
          />
          Only what differs
        </label>
        <button type="button" class="btn" onClick={onSwap}>
          <Sign name="swap" />
          Swap A and B
        </button>
        <CopyButton class="btn" text={markdown} what="The comparison">
          Copy as Markdown
        </CopyButton>
        <output class={isCopied ? 'sr-only' : 'muted'}>{said && (isCopied ? said.spoken : said.seen)}</output>
      </div>
    </SayContext>
  );
}
