import type { Draft } from '../state/profile-draft.ts';
import { flowName } from '../state/provider-words.ts';
import { From } from './field.tsx';
import type { Form } from './form.ts';

const places: Record<Draft['responseMode'], string> = {
  '': 'the fragment',
  fragment: 'the fragment',
  query: 'the query',
  form_post: 'a form',
};

/** How the tokens come. The code flow is shown, and cannot be chosen yet. */
export function FlowField({ form }: { form: Form }) {
  const isImplicit = flowName(form.draft.responseType) === 'implicit';
  return (
    <fieldset class="field">
      <legend>
        Flow <From form={form} field="responseType" />
      </legend>
      <div class="pair">
        <label class="choice">
          <input
            type="radio"
            name="profile-flow"
            id="profile-responseType"
            checked={isImplicit}
            onChange={() => form.edit('responseType', { responseType: 'token' })}
          />
          <span>Implicit</span>
          <small>
            <code>response_type=token</code>, tokens in {places[form.draft.responseMode]}
          </small>
        </label>
        <label class="choice">
          <input type="radio" name="profile-flow" disabled checked={!isImplicit} />
          <span>Authorization code with PKCE</span>
          <small>
            <code>response_type=code</code>, coming
          </small>
        </label>
      </div>
    </fieldset>
  );
}
