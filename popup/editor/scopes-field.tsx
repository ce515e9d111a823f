import { useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { Text } from '../parts/text.tsx';
import { safeText } from '../state/safe-text.ts';
import { Label, ProblemLine, tie } from './field.tsx';
import type { Form } from './form.ts';

/** Scopes as chips. Enter, a space, a comma or leaving the field adds one; Backspace in the empty field takes the last. */
export function ScopesField({ form }: { form: Form }) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { scopes } = form.draft;
  const set = (next: string[]) => form.edit('scopes', { scopes: next });

  const add = (typed: string) => {
    const added = typed.split(/[\s,]+/).filter((scope) => scope !== '');
    if (added.length > 0) set([...new Set([...scopes, ...added])]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && scopes.length > 0) set(scopes.slice(0, -1));
  };
  const remove = (scope: string) => {
    set(scopes.filter((other) => other !== scope));
    input.current?.focus();
  };

  return (
    <div class="field">
      <Label form={form} field="scopes">
        Scopes
      </Label>
      <div class="input">
        {scopes.map((scope) => (
          <span class="chip" key={scope}>
            <Text>{scope}</Text>
            <button type="button" aria-label={`Remove scope ${safeText(scope)}`} onClick={() => remove(scope)}>
              <Icon name="x" />
            </button>
          </span>
        ))}
        <input
          {...tie(form, 'scopes')}
          ref={input}
          class="code"
          type="text"
          spellcheck={false}
          autocomplete="off"
          placeholder="Add a scope"
          value={text}
          onInput={({ currentTarget: { value } }) => (/[\s,]/.test(value) ? add(value) : setText(value))}
          onKeyDown={onKeyDown}
          onBlur={() => add(text)}
        />
      </div>
      <ProblemLine form={form} field="scopes" />
    </div>
  );
}
