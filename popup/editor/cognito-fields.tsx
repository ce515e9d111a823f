import { TextField } from './field.tsx';
import { IssuerField, type IssuerProps } from './issuer-field.tsx';

/** A user pool: its domain, by prefix and region or a custom one, its id and its issuer. */
export function CognitoFields(props: IssuerProps) {
  const { form } = props;
  const { draft } = form;
  const isCustom = draft.customDomain.trim() !== '';
  return (
    <>
      <div class="pair">
        <TextField
          form={form}
          field="prefix"
          label="Domain prefix"
          placeholder="my-app"
          disabled={isCustom}
          value={draft.prefix}
          onValue={(prefix) => form.edit('prefix', { prefix })}
        />
        <TextField
          form={form}
          field="region"
          label="Region"
          placeholder="us-east-1"
          disabled={isCustom}
          value={draft.region}
          onValue={(region) => form.edit('region', { region })}
        />
      </div>
      <div class="pair">
        <TextField
          form={form}
          field="customDomain"
          label="Custom domain"
          placeholder="auth.example.com"
          value={draft.customDomain}
          onValue={(customDomain) => form.edit('customDomain', { customDomain })}
          hint={
            isCustom ? 'Used in place of prefix and region.' : 'In place of prefix and region, if the pool has one.'
          }
        />
        <TextField
          form={form}
          field="userPoolId"
          label="User pool id"
          placeholder="us-east-1_AbCdEfGhI"
          value={draft.userPoolId}
          onValue={(userPoolId) => form.edit('userPoolId', { userPoolId })}
          hint="Optional. Without it the signature cannot be checked."
        />
      </div>
      <IssuerField
        {...props}
        hint={draft.isIssuerOwn ? 'Kept as you wrote it.' : 'Follows from the user pool id until you edit it.'}
      />
    </>
  );
}
