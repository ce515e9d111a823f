import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { isSecretParam, knownValues, offeredParams } from '../state/profile/profile-params.ts';
import { safeText } from '../state/safe-text.ts';
import { From, ProblemLine, worstOf } from './field.tsx';
import { type Form, inputId } from './form.ts';
import { paramWords } from './param-words.ts';

/** Parameters of the authorize URL beside those that the form makes, the known ones offered by name. */
export function ExtraParams({ form }: { form: Form }) {
  const list = useRef<HTMLUListElement>(null);
  const adding = useRef<HTMLDivElement>(null);
  const { draft } = form;
  const { extraParams } = draft;
  const offered = offeredParams(
    draft,
    extraParams.map(([name]) => name.trim()),
  );
  // one that keeps the profile from being saved gets the focus then
  const refused = extraParams.findIndex(isSecretParam);
  const refusal = {
    id: fieldId,
    'aria-invalid': worstOf(form, 'extraParams')?.level === 'refused',
    'aria-describedby': `${fieldId}-says`,
  };
  const touch = () => form.touch('extraParams');
  const set = (next: [string, string][]) => form.edit('extraParams', { extraParams: next });
  const setPair = (at: number, pair: [string, string]) => set(extraParams.with(at, pair));
  const add = (name: string) => {
    set([...extraParams, [name, '']]);
    // the row is there after the next rendering, and its name is there where one was chosen
    const wanted = `li:last-child input:nth-of-type(${name === '' ? 1 : 2})`;
    setTimeout(() => list.current?.querySelector<HTMLInputElement>(wanted)?.focus());
  };
  const remove = (at: number) => {
    set(extraParams.toSpliced(at, 1));
    adding.current?.querySelector('button')?.focus();
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
                {...(at === refused && refusal)}
                value={name}
                spellcheck={false}
                onBlur={touch}
                onInput={({ currentTarget }) => setPair(at, [currentTarget.value, value])}
              />
              <input
                class="code"
                aria-label={`Parameter ${at + 1}, value`}
                value={value}
                spellcheck={false}
                onBlur={touch}
                list={valuesOf(name) && `${listId}-${name}`}
                onInput={({ currentTarget }) => setPair(at, [name, currentTarget.value])}
              />
              <button
                type="button"
                class="btn quiet icon"
                aria-label={`Remove parameter ${safeText(name) || at + 1}`}
                onClick={() => remove(at)}
              >
                <Icon name="x" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProblemLine form={form} field="extraParams" />
      <div ref={adding}>
        <Menu label="Parameters" button={{ class: 'btn small', children: addLabel }}>
          {() => (
            <>
              {offered.map((name) => (
                <MenuItem key={name} onChoose={() => add(name)}>
                  <bdi class="code">{name}</bdi>
                  <small>{paramWords[name]}</small>
                </MenuItem>
              ))}
              <hr />
              <MenuItem onChoose={() => add('')}>Another parameter</MenuItem>
            </>
          )}
        </Menu>
      </div>
      {Object.entries(knownValues).map(([name, values]) => (
        <datalist key={name} id={`${listId}-${name}`}>
          {values.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
    </div>
  );
}

const fieldId = inputId('extraParams');
const listId = 'profile-extra-values';

const addLabel = (
  <>
    <Icon name="plus" />
    Add a parameter
  </>
);

function valuesOf(name: string): readonly string[] | undefined {
  return Object.hasOwn(knownValues, name) ? knownValues[name] : undefined;
}
