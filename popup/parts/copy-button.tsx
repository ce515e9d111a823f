import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import type { Said } from './say.ts';
import { useCopy } from './use-copy.ts';
import { useSingleKeys } from './use-single-keys.ts';

type CopyButtonProps = {
  class: string;
  /** Made when it is asked for: a token is not kept in the page for it. */
  text: () => string;
  /** What was copied, at the start of a sentence. */
  what: string;
  /** The accessible name where there is no visible one: "Copy nonce". */
  label?: string;
  said?: Said | undefined;
  /** The text holds a token. */
  isSecret?: boolean;
  /** What it is for, beside “Copied”. */
  note?: string;
  shortcut?: string;
  children?: ComponentChildren;
};

const doneFor = 2000;

/** Copies, and says "Copied" for two seconds in its own place and width. */
export function CopyButton({
  class: className,
  text,
  what,
  label,
  said,
  isSecret,
  note,
  shortcut,
  children,
}: CopyButtonProps) {
  const copy = useCopy();
  const keyOf = useSingleKeys();
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (done === 0) return;
    const timer = setTimeout(() => setDone(0), doneFor);
    return () => clearTimeout(timer);
  }, [done]);
  const isDone = done > 0;
  return (
    <button
      type="button"
      class={className}
      aria-label={label}
      aria-keyshortcuts={keyOf(shortcut)}
      data-tone={isDone ? 'pass' : undefined}
      onClick={async () => {
        if (await copy(text(), what, { said, isSecret, note })) setDone((times) => times + 1);
      }}
    >
      <Icon name={isDone ? 'pass' : 'copy'} />
      {children && (
        <span class="swap">
          <span class={isDone ? 'away' : ''}>{children}</span>
          {isDone && <span>Copied</span>}
        </span>
      )}
    </button>
  );
}
