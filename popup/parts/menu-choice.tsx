import type { ComponentChildren } from 'preact';

type Props = {
  /** One of several, or one that is on or off by itself. */
  kind: 'radio' | 'checkbox';
  isOn: boolean;
  onChoose: () => void;
  children: ComponentChildren;
};

/** A line of a menu that changes how the others work: the menu stays open (ARIA APG, menu button: radio and checkbox items). */
export function MenuChoice({ kind, isOn, onChoose, children }: Props) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles bear aria-checked
    <button type="button" role={`menuitem${kind}`} aria-checked={isOn} tabIndex={-1} onClick={onChoose}>
      {children}
    </button>
  );
}
