import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

type MenuProps = {
  /** The accessible name of the menu. */
  label: string;
  /** Attributes and content of the button that opens it. */
  button: { class: string; label?: string; children: ComponentChildren };
  children: ComponentChildren;
};

/** A button and the menu that hangs on it: arrow keys move, Escape and a click outside close, focus returns. */
export function Menu({ label, button, children }: MenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const onToggle = (event: { newState?: string }) => {
    const isOpen = event.newState === 'open';
    opener.current?.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) items(menu.current)[0]?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class={button.class}
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label={button.label}
      >
        {button.children}
      </button>
      <div
        ref={menu}
        class="menu"
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onToggle={onToggle}
        onKeyDown={(event) => moveFocus(event, menu.current)}
      >
        {children}
      </div>
    </>
  );
}

type ItemProps = { onChoose: () => void; checked?: boolean; disabled?: boolean; children: ComponentChildren };

/** One line of a menu; with `checked` one of several of which one is chosen. */
export function MenuItem({ onChoose, checked, disabled, children }: ItemProps) {
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      aria-disabled={disabled}
      tabIndex={-1}
      onClick={(event) => {
        if (disabled) return;
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onChoose();
      }}
    >
      {children}
    </button>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of menu items
    <div role="group" aria-label={label}>
      <span class="label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

function moveFocus(event: KeyboardEvent, menu: HTMLElement | null): void {
  const all = items(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    all[next % all.length]?.focus();
  } else if (event.key === 'Tab') menu?.hidePopover();
}
