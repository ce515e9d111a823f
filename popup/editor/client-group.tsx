import { ExtraParams } from './extra-params.tsx';
import { TextField } from './field.tsx';
import { FlowField } from './flow-field.tsx';
import type { Form } from './form.ts';
import { ResponseModeField } from './response-mode-field.tsx';
import { ScopesField } from './scopes-field.tsx';

/** As whom, and what for: the app client, its callback, flow, scopes and extra parameters. */
export function ClientGroup({ form }: { form: Form }) {
  const { draft } = form;
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
      </div>
      <FlowField form={form} />
      {draft.provider === 'oidc' && <ResponseModeField form={form} />}
      <ScopesField form={form} />
      <ExtraParams form={form} />
      <TextField
        form={form}
        field="apiBaseUrl"
        label="API base URL"
        placeholder="https://api.example.com"
        value={draft.apiBaseUrl}
        onValue={(apiBaseUrl) => form.edit('apiBaseUrl', { apiBaseUrl })}
        hint="Optional. For the curl line of your own API."
      />
    </fieldset>
  );
}
