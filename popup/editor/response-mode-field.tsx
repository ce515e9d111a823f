import type { ComponentChildren } from 'preact';
import type { Draft } from '../state/profile/profile-draft.ts';
import { bringsToken } from '../state/profile/profile-flows.ts';
import { Label, tie } from './field.tsx';
import { type Form, inputId } from './form.ts';

const modes = ['fragment', 'query', 'form_post'] as const;

type Mode = Exclude<Draft['responseMode'], ''>;

const hints: Record<Mode, ComponentChildren> = {
  fragment: 'Stays in the browser: a fragment is sent to no server.',
  query:
    'Reaches the server of the callback and its logs: fit for a code, which is good once and with its verifier alone.',
  form_post: 'Posted to the callback. Only “Watch requests too” sees it.',
};

/** How the provider is to hand the answer over. The query is offered where it carries no token. */
export function ResponseModeField({ form }: { form: Form }) {
  const { responseMode, responseType } = form.draft;
  const hasToken = bringsToken(responseType);
  const offered = modes.filter((mode) => mode !== 'query' || !hasToken || responseMode === 'query');
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
        {offered.map((mode) => (
          <option key={mode} value={mode}>
            {mode}
          </option>
        ))}
      </select>
      <small id={`${inputId('responseMode')}-hint`}>
        {hintOf(responseMode, hasToken)}
        {hasToken && responseMode !== 'query' && ' The query is not offered: it would hand tokens to servers and logs.'}
      </small>
    </div>
  );
}

/** OAuth 2.0 Multiple Response Types section 5: the default of a code alone is the query, else the fragment. */
function hintOf(mode: Draft['responseMode'], hasToken: boolean): ComponentChildren {
  if (mode === '')
    return `The answer comes in the ${hasToken ? 'fragment' : 'query'}, unless the provider says otherwise.`;
  if (mode === 'query' && hasToken)
    return 'Tokens would reach the server of the callback and its logs. Most providers refuse it.';
  return hints[mode];
}
