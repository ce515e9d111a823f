import type { ComponentChildren } from 'preact';
import { clientAuthMethods, type Profile } from '../../src/protocol/records.ts';
import type { Draft } from '../state/profile/profile-draft.ts';
import { asStrings } from '../state/profile/profile-metadata.ts';
import { Label, ProblemLine, tie } from './field.tsx';
import { type Form, inputId } from './form.ts';

type Method = Profile['clientAuth'];

const labels: Record<Method, string> = {
  none: 'None: a public client',
  client_secret_basic: 'Secret in a header (client_secret_basic)',
  client_secret_post: 'Secret in the body (client_secret_post)',
};

const hints: Record<Method, ComponentChildren> = {
  none: 'The client id alone is sent; PKCE ties the code to this sign-in.',
  client_secret_basic: (
    <>
      <code>Authorization: Basic</code>, id and secret form-encoded as RFC 6749 says.
    </>
  ),
  client_secret_post: (
    <>
      <code>client_secret</code> among the parameters of the call.
    </>
  ),
};

/** How the client shows itself at the token endpoint. */
export function ClientAuthField({ form }: { form: Form }) {
  const { draft } = form;
  return (
    <div class="field">
      <Label form={form} field="clientAuth">
        Client authentication
      </Label>
      <select
        {...tie(form, 'clientAuth', true)}
        value={draft.clientAuth}
        onChange={({ currentTarget: { value } }) =>
          form.edit('clientAuth', { clientAuth: clientAuthMethods.find((method) => method === value) ?? 'none' })
        }
      >
        {clientAuthMethods.map((method) => (
          <option key={method} value={method}>
            {labels[method]}
          </option>
        ))}
      </select>
      <ProblemLine form={form} field="clientAuth" />
      <small id={`${inputId('clientAuth')}-hint`}>
        {hints[draft.clientAuth]} {trapOf(draft)}
      </small>
    </div>
  );
}

/** What goes wrong most often: a secret that is not sent, or sent by a client that has none. */
function trapOf(draft: Draft): ComponentChildren {
  if (draft.provider === 'cognito') {
    return (
      <>
        A pool’s app client with a secret must send it, one without must send none; else Cognito answers{' '}
        <code>invalid_client</code>. App client information shows which it is, and takes either way of sending.
      </>
    );
  }
  const offered = asStrings(draft, 'token_endpoint_auth_methods_supported');
  return offered && offered.length > 0 ? `Discovery offers ${offered.join(', ')}.` : '';
}
