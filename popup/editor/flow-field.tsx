import { useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { chooseFlow } from '../state/profile/profile-flow-change.ts';
import { type FlowType, flowsAt, isHybrid, isSameType } from '../state/profile/profile-flows.ts';
import { Choice } from './choice.tsx';
import { From } from './field.tsx';
import { flowLabels, flowWords } from './flow-words.tsx';
import { type Form, inputId } from './form.ts';

/** How tokens come: the flows that the provider knows, those that are seldom meant folded away. */
export function FlowField({ form }: { form: Form }) {
  const { draft } = form;
  const { provider, responseType } = draft;
  const isAsked = (type: string) => isSameType(type, responseType);
  const offered = flowsAt[provider];
  const hybrids = offered.filter(isHybrid);
  const [isOpen] = useState(() => isHybrid(responseType));
  const choice = (type: FlowType) => (
    <Choice
      key={type}
      name="profile-flow"
      {...(type === offered[0] && { id: inputId('responseType') })}
      label={flowLabels[provider][type] ?? type}
      isChosen={isAsked(type)}
      onChoose={() => form.edit('responseType', chooseFlow(draft, type))}
    >
      {flowWords(type, draft)}
    </Choice>
  );
  return (
    <fieldset class="field">
      <legend>
        Flow <From form={form} field="responseType" />
      </legend>
      <div class="pair">
        {offered.filter((type) => !isHybrid(type)).map(choice)}
        {!offered.some(isAsked) && (
          <Choice name="profile-flow" label="As it stands" isChosen>
            <code>response_type={responseType}</code>, kept until another is chosen
          </Choice>
        )}
      </div>
      {hybrids.length > 0 && (
        <details open={isOpen}>
          <summary>
            <b>Hybrid</b>
            <small class="cut">A code, and tokens beside it at once</small>
            <Icon name="down" class="caret" />
          </summary>
          <div class="pair">{hybrids.map(choice)}</div>
        </details>
      )}
      {provider === 'cognito' && (
        <small>
          Cognito knows <code>token</code> and <code>code</code> alone. With <code>openid</code> both bring an ID token.
        </small>
      )}
    </fieldset>
  );
}
