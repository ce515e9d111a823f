import type { ComponentChildren } from 'preact';

type Props = {
  /** The group that this is one of. */
  name: string;
  id?: string;
  label: string;
  isChosen: boolean;
  onChoose?: () => void;
  children: ComponentChildren;
};

/** One of several choices; without `onChoose` it is only shown. */
export function Choice({ name, id, label, isChosen, onChoose, children }: Props) {
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        id={id}
        checked={isChosen}
        disabled={onChoose === undefined}
        onChange={onChoose}
      />
      <span>{label}</span>
      <small>{children}</small>
    </label>
  );
}
