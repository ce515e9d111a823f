import { useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { type Checking, noChecking } from '../state/profile/profile-checking.ts';
import { TextField } from './field.tsx';
import { type Form, inputId } from './form.ts';

/** How the tokens are checked, where that differs from the default. Open where something is set. */
export function ChecksGroup({ form }: { form: Form }) {
  const { checking } = form.draft;
  const [isOpen] = useState(() => JSON.stringify(checking) !== JSON.stringify(noChecking));
  const set = (field: keyof Checking, change: Partial<Checking>) =>
    form.edit(field, { checking: { ...checking, ...change } });
  return (
    <details class="fold" open={isOpen}>
      <summary>
        <b>Checks</b>
        <small class="cut">Algorithms, tolerances, ports: the defaults fit most providers</small>
        <Icon name="down" class="caret" />
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: the summary is its heading, a legend would say it twice */}
      <div class="group" role="group" aria-label="Checks">
        <TextField
          form={form}
          field="idTokenAlgs"
          label="ID token algorithms"
          placeholder="RS256"
          value={checking.idTokenAlgs}
          onValue={(idTokenAlgs) => set('idTokenAlgs', { idTokenAlgs })}
          hint="Only these are accepted. Empty: those of discovery that need no secret, else RS256. HS algorithms sign with the client secret, which is then asked for above."
        />
        <div class="pair">
          <TextField
            form={form}
            field="clockSkew"
            label="Clock tolerance, in seconds"
            placeholder="60"
            value={checking.clockSkew}
            onValue={(clockSkew) => set('clockSkew', { clockSkew })}
            hint="How far the provider’s clock may be off, 300 at most. Empty: 60."
          />
          <TextField
            form={form}
            field="iatWindow"
            label="Greatest age of iat, in seconds"
            value={checking.iatWindow}
            onValue={(iatWindow) => set('iatWindow', { iatWindow })}
            hint="How long ago a token may have been issued. Empty: any time."
          />
        </div>
        <label class="choice">
          <input
            type="checkbox"
            id={inputId('anyLoopbackPort')}
            aria-labelledby={`${inputId('anyLoopbackPort')}-label`}
            aria-describedby={`${inputId('anyLoopbackPort')}-why`}
            checked={checking.anyLoopbackPort}
            onChange={({ currentTarget }) => set('anyLoopbackPort', { anyLoopbackPort: currentTarget.checked })}
          />
          <span id={`${inputId('anyLoopbackPort')}-label`}>Any port of a loopback callback</span>
          <small id={`${inputId('anyLoopbackPort')}-why`}>
            For native apps that listen at a port of the moment (RFC 8252). Cognito compares the port too.
          </small>
        </label>
      </div>
    </details>
  );
}
