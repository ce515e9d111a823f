import type { ComponentChildren } from 'preact';
import type { Draft } from '../state/profile-draft.ts';
import { implicitTypes, isSameType } from '../state/profile-flows.ts';
import { From } from './field.tsx';
import { type Form, inputId } from './form.ts';

const places: Record<Draft['responseMode'], string> = {
  '': 'the fragment',
  fragment: 'the fragment',
  query: 'the query',
  form_post: 'a form',
};

type Flow = { type: string; label: string; brings: string };

const labels: Record<(typeof implicitTypes)[number], Omit<Flow, 'type'>> = {
  token: { label: 'Implicit, access token', brings: 'the access token' },
  id_token: { label: 'Implicit, ID token', brings: 'the ID token' },
  'id_token token': { label: 'Implicit, both tokens', brings: 'tokens' },
};

const flows: Record<Draft['provider'], Flow[]> = {
  cognito: [{ type: 'token', label: 'Implicit', brings: 'tokens' }],
  oidc: implicitTypes.map((type) => ({ type, ...labels[type] })),
};

/** How the tokens come. The code flow is shown, and cannot be chosen yet. */
export function FlowField({ form }: { form: Form }) {
  const { provider, responseType, responseMode } = form.draft;
  const isAsked = (type: string) => isSameType(type, responseType);
  const offered = flows[provider];
  const isOther = !isAsked('code') && !offered.some(({ type }) => isAsked(type));
  return (
    <fieldset class="field">
      <legend>
        Flow <From form={form} field="responseType" />
      </legend>
      <div class="pair">
        {offered.map(({ type, label, brings }, at) => (
          <Choice
            key={type}
            {...(at === 0 && { id: inputId('responseType') })}
            label={label}
            isChosen={isAsked(type)}
            onChoose={() => form.edit('responseType', { responseType: type })}
          >
            <code>response_type={type}</code>, {brings} in {places[responseMode]}
          </Choice>
        ))}
        {isOther && (
          <Choice label="As it stands" isChosen>
            <code>response_type={responseType}</code>, kept until another is chosen
          </Choice>
        )}
        <Choice label="Authorization code with PKCE" isChosen={isAsked('code')}>
          <code>response_type=code</code>, coming
        </Choice>
      </div>
      {provider === 'cognito' && (
        <small>
          Cognito knows <code>token</code> and <code>code</code> alone. With <code>openid</code> both bring an ID token.
        </small>
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  id?: string;
  label: string;
  isChosen: boolean;
  onChoose?: () => void;
  children: ComponentChildren;
};

/** One flow; without `onChoose` it is only shown. */
function Choice({ id, label, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="radio"
        name="profile-flow"
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
