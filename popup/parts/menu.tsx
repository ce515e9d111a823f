import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

type MenuProps = {
  /** The accessible name of the menu. */
  label: string;
  /** Attributes and content of the button that opens it. */
  button: { class: string; label?: string; children: ComponentChildren };
  /** The items, made when the menu opens. */
  children: () => ComponentChildren;
};

/** A button and the menu that hangs on it: arrow keys move, Escape and a click outside close, focus returns. */
export function Menu({ label, button, children }: MenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const onToggle = (event: { newState?: string }) => {
    if (event.newState === 'open') items(menu.current)[0]?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class={button.class}
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
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
        onBeforeToggle={(event: { newState?: string }) => setOpen(event.newState === 'open')}
        onToggle={onToggle}
        onKeyDown={(event) => moveFocus(event, menu.current)}
      >
        {isOpen && children()}
      </div>
    </>
  );
}

type ItemProps = {
  onChoose: () => void;
  checked?: boolean;
  /** Why it cannot be chosen now; shown beneath. */
  unless?: string | undefined;
  children: ComponentChildren;
};

/** One line of a menu; with `checked` one of several of which one is chosen. */
export function MenuItem({ onChoose, checked, unless, children }: ItemProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role that bears aria-checked is chosen just below
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      aria-disabled={unless ? true : undefined}
      tabIndex={-1}
      onClick={(event) => {
        if (unless) return;
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onChoose();
      }}
    >
      {children}
      {unless && <small>{unless}</small>}
    </button>
  );
}

type GroupProps = {
  label: string;
  /** What all of its items are about. */
  hint?: string;
  children: ComponentChildren;
};

export function MenuGroup({ label, hint, children }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of menu items
    <div role="group" aria-label={hint ? `${label}, ${hint}` : label}>
      <span class="label" aria-hidden="true">
        {label}
        {hint && <span>{hint}</span>}
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
  else if (event.key === 'Escape') {
    // Left to the browser, Escape would close the extension's popup along with the menu.
    event.preventDefault();
    menu?.hidePopover();
  } else if (event.key.length === 1 && event.key !== ' ') {
    const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    rest.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  }
}
