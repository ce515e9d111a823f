import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useSay } from './say.ts';
import { useSingleKeys } from './use-single-keys.ts';

type ButtonProps = {
  class?: string;
  onPress: () => void;
  /** Why it cannot be used now. It stays focusable and says so. */
  unless?: string | undefined;
  busy?: boolean;
  shortcut?: string;
  children: ComponentChildren;
};

/** A button that can be busy, keeping its name, or out of use with a reason. */
export function Button({ class: className = '', onPress, unless, busy, shortcut, children }: ButtonProps) {
  const reason = useId();
  const keyOf = useSingleKeys();
  const say = useSay();
  const tell = () => unless && say({ seen: unless, spoken: '' });
  return (
    <>
      <button
        type="button"
        class={`btn ${className}`}
        aria-disabled={unless ? true : undefined}
        aria-busy={busy || undefined}
        aria-describedby={unless ? reason : undefined}
        aria-keyshortcuts={keyOf(shortcut)}
        title={unless}
        onFocus={tell}
        onClick={() => {
          if (unless) tell();
          else if (!busy) onPress();
        }}
      >
        {children}
      </button>
      {unless && (
        <span id={reason} hidden>
          {unless}
        </span>
      )}
    </>
  );
}
