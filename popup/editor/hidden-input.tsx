import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';

type Props = {
  /** What is typed, within a sentence: "the passphrase". */
  what: string;
  attributes: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'value' | 'onInput' | 'role' | 'list'>;
  value: string;
  onValue: (value: string) => void;
  /** The lines between the input and its buttons. */
  children?: ComponentChildren;
  buttons?: ComponentChildren;
};

/** An input whose text shows only while the person wants it to. */
export function HiddenInput({ what, attributes, value, onValue, children, buttons }: Props) {
  const [isShown, setShown] = useState(false);
  // the types know each kind of input apart, and none that changes
  const type = (isShown ? 'text' : 'password') as 'password';
  return (
    <>
      <input
        {...attributes}
        class="code"
        type={type}
        spellcheck={false}
        autocapitalize="off"
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      {children}
      {(buttons || value !== '') && (
        <div class="row">
          {buttons}
          {value !== '' && (
            <button type="button" class="btn small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              Show {what}
            </button>
          )}
        </div>
      )}
    </>
  );
}
