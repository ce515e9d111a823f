import { changeProvider } from '../state/profile/profile-fill.ts';
import { CognitoFields } from './cognito-fields.tsx';
import { Label, TextField, tie } from './field.tsx';
import type { Form } from './form.ts';
import type { IssuerProps } from './issuer-field.tsx';
import { OidcFields } from './oidc-fields.tsx';

/** Who signs people in: name, preset and the addresses of the provider. */
export function ProviderGroup(props: IssuerProps) {
  const { form } = props;
  return (
    <fieldset class="group">
      <legend>Provider</legend>
      <div class="pair">
        <TextField
          form={form}
          field="name"
          label="Profile name"
          isPlain
          value={form.draft.name}
          onValue={(name) => form.edit('name', { name })}
        />
        <PresetField form={form} />
      </div>
      {form.draft.provider === 'cognito' ? <CognitoFields {...props} /> : <OidcFields {...props} />}
    </fieldset>
  );
}

function PresetField({ form }: { form: Form }) {
  return (
    <div class="field">
      <Label form={form} field="provider">
        Preset
      </Label>
      <select
        {...tie(form, 'provider')}
        value={form.draft.provider}
        onChange={({ currentTarget }) => {
          const provider = currentTarget.value === 'oidc' ? 'oidc' : 'cognito';
          form.edit('provider', changeProvider(form.draft, provider));
        }}
      >
        <option value="cognito">Amazon Cognito</option>
        <option value="oidc">Any OpenID Connect provider</option>
      </select>
    </div>
  );
}
