import type { Host } from '../host.ts';
import { wantsHmac } from '../state/profile/profile-checking.ts';
import type { Draft } from '../state/profile/profile-draft.ts';
import type { SecretState } from '../state/profile/profile-secret.ts';
import { Label, ProblemLine, tie } from './field.tsx';
import { type Form, inputId } from './form.ts';
import { HiddenInput } from './hidden-input.tsx';
import { KeepingField } from './keeping-field.tsx';
import { UnlockSecret } from './unlock-secret.tsx';

type Props = {
  host: Pick<Host, 'send' | 'clientSecrets' | 'keptSecrets'>;
  /** Of the profile. */
  id: string;
  form: Form;
  secret: SecretState | undefined;
};

const kept: Record<SecretState, string> = {
  none: '',
  memory: 'One is kept until the browser closes',
  disk: 'One is kept, on disk too',
  locked: 'One is locked',
};

/** The client secret, what unlocks it, and how long it is kept. One that is kept is never shown again. */
export function SecretField({ host, id, form, secret }: Props) {
  const { draft } = form;
  const forget = () => {
    document.getElementById(inputId('clientSecret'))?.focus(); // the button goes with the secret
    void host.send({ type: 'forgetSecret', profileId: id });
  };
  return (
    <>
      <div class="field">
        <Label form={form} field="clientSecret">
          Client secret
        </Label>
        <HiddenInput
          what="the secret"
          attributes={{
            ...tie(form, 'clientSecret', true),
            autocomplete: 'off',
            placeholder: secret === undefined ? '' : kept[secret],
          }}
          value={draft.clientSecret}
          onValue={(clientSecret) => form.edit('clientSecret', { clientSecret })}
          buttons={
            secret !== undefined &&
            secret !== 'none' && (
              <button type="button" class="btn small" onClick={forget}>
                Forget the secret
              </button>
            )
          }
        >
          <ProblemLine form={form} field="clientSecret" />
          <small id={`${inputId('clientSecret')}-hint`}>
            {useOf(draft)} It is no part of the profile, and never exported.
          </small>
        </HiddenInput>
      </div>
      <UnlockSecret host={host} profile={{ id }} level={2} />
      <KeepingField form={form} secret={secret} />
    </>
  );
}

function useOf(draft: Draft): string {
  if (draft.clientAuth === 'none') return 'HS algorithms sign with it. Without it the signature is not checked.';
  const sent = 'Sent to the token endpoint and the revocation endpoint alone.';
  return wantsHmac(draft) ? `${sent} HS algorithms sign with it.` : sent;
}
