import type { ComponentChildren } from 'preact';

type Props<V> = {
  id: string;
  label: string;
  choices: readonly (readonly [value: V, words: string])[];
  value: V;
  /** Called straight from the choice: the browser may be asked for a permission. */
  onChange: (value: V) => void;
  hint: ComponentChildren;
  /** What is said below it. */
  children?: ComponentChildren;
};

/** One of several values, under its label. */
export function Pick<V>({ id, label, choices, value, onChange, hint, children }: Props<V>) {
  const place = choices.findIndex(([offered]) => offered === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={String(place)}
        onChange={({ currentTarget }) => {
          const chosen = choices[Number(currentTarget.value)];
          if (chosen) onChange(chosen[0]);
        }}
      >
        {choices.map(([, words], at) => (
          <option key={words} value={String(at)}>
            {words}
          </option>
        ))}
      </select>
      <small id={`${id}-hint`}>{hint}</small>
      {children}
    </div>
  );
}
