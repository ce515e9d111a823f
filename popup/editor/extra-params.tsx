import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { From } from './field.tsx';
import type { Form } from './form.ts';

/** Parameters of the authorize URL beside those that the form makes. */
export function ExtraParams({ form }: { form: Form }) {
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const { extraParams } = form.draft;
  const set = (next: [string, string][]) => form.edit('extraParams', { extraParams: next });
  const setPair = (at: number, pair: [string, string]) => set(extraParams.with(at, pair));
  const add = () => {
    set([...extraParams, ['', '']]);
    // the row is there after the next rendering
    setTimeout(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  const remove = (at: number) => {
    set(extraParams.toSpliced(at, 1));
    addButton.current?.focus();
  };

  return (
    <div class="field">
      <b id="profile-extra">
        Extra parameters <From form={form} field="extraParams" />
      </b>
      {extraParams.length > 0 && (
        <ul class="pairs" aria-labelledby="profile-extra" ref={list}>
          {extraParams.map(([name, value], at) => (
            <li key={at}>
              <input
                class="code"
                aria-label={`Parameter ${at + 1}, name`}
                value={name}
                spellcheck={false}
                onInput={({ currentTarget }) => setPair(at, [currentTarget.value, value])}
              />
              <input
                class="code"
                aria-label={`Parameter ${at + 1}, value`}
                value={value}
                spellcheck={false}
                onInput={({ currentTarget }) => setPair(at, [name, currentTarget.value])}
              />
              <button
                type="button"
                class="btn quiet icon"
                aria-label={`Remove parameter ${name || at + 1}`}
                onClick={() => remove(at)}
              >
                <Icon name="x" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <button type="button" class="btn small" ref={addButton} onClick={add}>
          <Icon name="plus" />
          Add a parameter
        </button>
      </div>
    </div>
  );
}
