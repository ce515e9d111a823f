import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/icon.tsx';

type Props = {
  onForget: () => void;
  /** The accessible name, where the icon stands alone. */
  label?: string;
  children?: ComponentChildren;
};

/** Has captures forgotten, once the dialog has named them. */
export function ForgetButton({ onForget, label, children }: Props) {
  return (
    <button
      type="button"
      class={`btn quiet small ${children === undefined ? 'icon' : ''}`}
      aria-label={label}
      onClick={onForget}
    >
      <Icon name="bin" />
      {children}
    </button>
  );
}
