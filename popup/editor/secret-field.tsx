import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../host.ts';
import { forgetSecret } from '../state/profile-save.ts';
import { Label, ProblemLine, tie } from './field.tsx';
import { type Form, inputId } from './form.ts';

type Props = { host: Host; id: string; form: Form };

/** The client secret, for checking what is signed with it. One that is kept is never shown again. */
export function SecretField({ host, id, form }: Props) {
  const isKept = useIsKept(host, id);
  const forget = async () => {
    document.getElementById(inputId('clientSecret'))?.focus(); // the button goes with the secret
    await forgetSecret(host, id);
  };
  return (
    <div class="field">
      <Label form={form} field="clientSecret">
        Client secret
      </Label>
      <input
        {...tie(form, 'clientSecret', true)}
        class="code"
        type="password"
        autocomplete="off"
        placeholder={isKept ? 'One is kept' : ''}
        value={form.draft.clientSecret}
        onInput={(event) => form.edit('clientSecret', { clientSecret: event.currentTarget.value })}
      />
      <ProblemLine form={form} field="clientSecret" />
      <small id={`${inputId('clientSecret')}-hint`}>
        HS algorithms sign with it. Kept in memory until the browser closes. Without it the signature is not checked.
      </small>
      {isKept && (
        <div class="row">
          <button type="button" class="btn small" onClick={() => void forget()}>
            Forget the secret
          </button>
        </div>
      )}
    </div>
  );
}

function useIsKept(host: Host, id: string): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const secrets = await host.clientSecrets.get();
      if (!left.signal.aborted) setKept(Object.hasOwn(secrets, id));
    };
    host.clientSecrets.onChanged(read, left.signal);
    void read();
    return () => left.abort();
  }, [host, id]);
  return isKept;
}
