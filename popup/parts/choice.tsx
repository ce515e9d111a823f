import type { ComponentChildren } from 'preact';

type Props = {
  id: string;
  label: string;
  isOn: boolean;
  /** Called straight from the click: the browser may be asked for a permission. */
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
  why: ComponentChildren;
  price?: ComponentChildren;
};

/** A box to tick, named by its label alone; reason and price are its description. */
export function Choice({ id, label, isOn, onChange, isDisabled = false, why, price }: Props) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={id}
        aria-labelledby={`${id}-label`}
        aria-describedby={price === undefined ? `${id}-why` : `${id}-why ${id}-price`}
        checked={isOn}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span id={`${id}-label`}>{label}</span>
      <small id={`${id}-why`}>{why}</small>
      {price !== undefined && <small id={`${id}-price`}>{price}</small>}
    </label>
  );
}
