import type { Draft } from '../state/profile/profile-draft.ts';
import type { SecretState } from '../state/profile/profile-secret.ts';
import { Choice } from './choice.tsx';
import { Label, ProblemLine, tie } from './field.tsx';
import { type Form, inputId } from './form.ts';
import { HiddenInput } from './hidden-input.tsx';

type Props = { form: Form; secret: SecretState | undefined };

/** How long the client secret is kept: until the browser closes, or encrypted on disk. */
export function KeepingField({ form, secret }: Props) {
  const { keeping } = form.draft;
  const isOnDisk = secret === 'disk' || secret === 'locked';
  const choose = (next: Draft['keeping']) => form.edit('passphrase', { keeping: next, passphrase: '' });
  return (
    <fieldset class="field">
      <legend>Keep it</legend>
      <div class="pair">
        <Choice
          name="profile-keeping"
          label="Until the browser closes"
          isChosen={keeping === 'session'}
          onChoose={() => choose('session')}
        >
          In memory alone.{isOnDisk && ' A secret that is entered so replaces the one on disk, which goes.'}
        </Choice>
        <Choice
          name="profile-keeping"
          label="Across restarts, encrypted with a passphrase"
          isChosen={keeping === 'disk'}
          onChoose={() => choose('disk')}
        >
          On disk, with AES-256-GCM. The passphrase is asked for once after each start of the browser.
        </Choice>
      </div>
      {keeping === 'disk' && <PassphraseField form={form} secret={secret} />}
    </fieldset>
  );
}

function PassphraseField({ form, secret }: Props) {
  const { passphrase } = form.draft;
  return (
    <div class="field">
      <Label form={form} field="passphrase">
        Passphrase
      </Label>
      <HiddenInput
        what="the passphrase"
        attributes={{ ...tie(form, 'passphrase', true), autocomplete: 'new-password' }}
        value={passphrase}
        onValue={(typed) => form.edit('passphrase', { passphrase: typed })}
      >
        <ProblemLine form={form} field="passphrase" />
        <small id={`${inputId('passphrase')}-hint`}>
          12 characters or more, as whoever gets at the disk can try at leisure. It is kept nowhere: forgotten, the
          secret has to be entered anew.
          {secret === 'memory' && ' Without a secret above, the one that is in memory is encrypted.'}
        </small>
      </HiddenInput>
    </div>
  );
}
