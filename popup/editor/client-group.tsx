import type { ComponentChildren } from 'preact';
import { isClientAlone } from '../../src/protocol/needs.ts';
import { usesSecret } from '../state/profile/profile-secret.ts';
import { ClientAuthField } from './client-auth-field.tsx';
import { ExtraParams } from './extra-params.tsx';
import { TextField } from './field.tsx';
import { FlowField } from './flow-field.tsx';
import type { Form } from './form.ts';
import { ResponseModeField } from './response-mode-field.tsx';
import { ScopesField } from './scopes-field.tsx';

type Props = {
  form: Form;
  /** Shown where the profile uses a secret; undefined where it is entered in another place. */
  secretField: ComponentChildren;
};

/** As whom, and what for: the app client, its callback, flow, scopes, parameters and how it shows itself. */
export function ClientGroup({ form, secretField }: Props) {
  const { draft } = form;
  const isAlone = isClientAlone(draft);
  return (
    <fieldset class="group">
      <legend>App client</legend>
      <div class="pair">
        <TextField
          form={form}
          field="clientId"
          label={draft.provider === 'cognito' ? 'App client id' : 'Client id'}
          value={draft.clientId}
          onValue={(clientId) => form.edit('clientId', { clientId })}
        />
        {!isAlone && (
          <TextField
            form={form}
            field="callback"
            label="Callback URL"
            placeholder="http://localhost:3000/callback"
            value={draft.callback}
            onValue={(callback) => form.edit('callback', { callback })}
            hint={
              <>
                Compared letter by letter, the last <code>/</code> included.
              </>
            }
          />
        )}
      </div>
      <FlowField form={form} />
      {draft.provider === 'oidc' && !isAlone && <ResponseModeField form={form} />}
      <ScopesField form={form} />
      <ExtraParams form={form} />
      <ClientAuthField form={form} />
      {usesSecret(draft) && secretField}
      <div class="pair">
        {!isAlone && (
          <TextField
            form={form}
            field="logoutUri"
            label="Sign-out URL"
            placeholder="http://localhost:3000/"
            value={draft.logoutUri}
            onValue={(logoutUri) => form.edit('logoutUri', { logoutUri })}
            hint={
              draft.provider === 'cognito'
                ? 'Optional. Where signing out leads: one of Allowed sign-out URLs, letter by letter.'
                : 'Optional. Where signing out leads (post_logout_redirect_uri), as it is registered, letter by letter.'
            }
          />
        )}
        <TextField
          form={form}
          field="apiBaseUrl"
          label="API base URL"
          placeholder="https://api.example.com"
          value={draft.apiBaseUrl}
          onValue={(apiBaseUrl) => form.edit('apiBaseUrl', { apiBaseUrl })}
          hint="Optional. For the curl line of your own API."
        />
      </div>
    </fieldset>
  );
}
