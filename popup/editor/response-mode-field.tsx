import type { ComponentChildren } from 'preact';
import type { Draft } from '../state/profile-draft.ts';
import { Label, tie } from './field.tsx';
import { type Form, inputId } from './form.ts';

const modes = ['fragment', 'query', 'form_post'] as const;

const hints: Record<Draft['responseMode'], ComponentChildren> = {
  '': 'Tokens come in the fragment, unless the provider says otherwise.',
  fragment: 'Stays in the browser: a fragment is sent to no server.',
  query: 'Reaches the server of the callback and its logs. Most providers refuse it for tokens.',
  form_post: 'Posted to the callback. Only “Watch requests too” sees it.',
};

/** How the provider is to hand the answer over. */
export function ResponseModeField({ form }: { form: Form }) {
  const { responseMode } = form.draft;
  return (
    <div class="field">
      <Label form={form} field="responseMode">
        Response mode
      </Label>
      <select
        {...tie(form, 'responseMode', true)}
        value={responseMode}
        onChange={({ currentTarget: { value } }) =>
          form.edit('responseMode', { responseMode: modes.find((mode) => mode === value) ?? '' })
        }
      >
        <option value="">Provider’s default</option>
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {mode}
          </option>
        ))}
      </select>
      <small id={`${inputId('responseMode')}-hint`}>{hints[responseMode]}</small>
    </div>
  );
}
