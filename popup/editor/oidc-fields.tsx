import type { EndpointName } from '../state/profile/profile-draft.ts';
import { TextField } from './field.tsx';
import { IssuerField, type IssuerProps } from './issuer-field.tsx';

const labels: [EndpointName, string][] = [
  ['authorization', 'Authorization endpoint'],
  ['token', 'Token endpoint'],
  ['userinfo', 'userInfo endpoint'],
  ['jwks', 'Key set (JWKS)'],
  ['endSession', 'End session endpoint'],
  ['revocation', 'Revocation endpoint'],
];

/** Any provider: its issuer, and the endpoints that discovery fills in or the person does. */
export function OidcFields(props: IssuerProps) {
  const { form } = props;
  const { endpoints } = form.draft;
  return (
    <>
      <IssuerField
        {...props}
        hint={
          <>
            Compared with <code>iss</code> letter by letter. Without it the signature cannot be checked.
          </>
        }
      />
      {labels.map(([name, label]) => (
        <TextField
          key={name}
          form={form}
          field={name}
          label={label}
          placeholder="https://"
          value={endpoints[name]}
          onValue={(address) => form.edit(name, { endpoints: { ...endpoints, [name]: address } })}
          hint={name === 'authorization' ? 'Where a sign-in starts. The others are optional.' : undefined}
        />
      ))}
    </>
  );
}
