import { useEffect, useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { editField, followStore, openForm, shownProblems, touchField } from '../state/profile/profile-form.ts';
import { findPassphraseProblem } from '../state/profile/profile-passphrase.ts';
import { keepTypedSecret, usesSecret } from '../state/profile/profile-secret.ts';
import { ChecksGroup } from './checks-group.tsx';
import { ClientGroup } from './client-group.tsx';
import { DuplicateProfile } from './duplicate-profile.tsx';
import { type Form, inputId } from './form.ts';
import { Preview } from './preview.tsx';
import { ProfileShare } from './profile-share.tsx';
import { ProviderGroup } from './provider-group.tsx';
import { Result } from './result.tsx';
import { ReturnGroup } from './return-group.tsx';
import { SecretField } from './secret-field.tsx';
import { useSecret } from './use-secret.ts';

type Props = { host: Host; profile: Profile; profiles: Profile[]; onDuplicated(id: string): void };

/** A profile that a managed policy gives: to be read, with the client secret alone to be entered. */
export function ManagedProfile({ host, profile, profiles, onDuplicated }: Props) {
  const [form, setForm] = useState(() => openForm(profile));
  const [problem, setProblem] = useState('');
  const secret = useSecret(host, profile.id);
  useEffect(() => setForm((current) => followStore(current, profile)), [profile]);
  const { draft } = form;
  const fields: Form = {
    draft,
    sources: {},
    problems: shownProblems(form, []),
    // everything but the secret stands in a group that is out of use
    edit: (field, change) => setForm((current) => editField(current, field, change)),
    touch: (field) => setForm((current) => touchField(current, field)),
  };
  const keep = async () => {
    setProblem('');
    if (findPassphraseProblem(draft)) {
      setForm((current) => ({ ...current, isTried: true }));
      document.getElementById(inputId('passphrase'))?.focus();
      return;
    }
    if (draft.clientSecret.trim() === '' && draft.passphrase === '')
      return setProblem('Enter the client secret first.');
    const outcome = await keepTypedSecret(host, profile.id, draft);
    if (outcome.ok) setForm(openForm(profile));
    else setProblem(outcome.reason);
  };
  const discovery = { asked: undefined, ask: async () => {} };
  return (
    <>
      <div class="title">
        <h1>{profile.name}</h1>
        <p>From your organisation, whose policy decides what stands here. Duplicate it to change a copy of your own.</p>
        <div class="row">
          <DuplicateProfile
            host={host}
            profile={profile}
            names={profiles.map(({ name }) => name)}
            onDuplicated={onDuplicated}
          />
        </div>
      </div>
      <div class="cols ruled">
        <form class="editor" aria-label="Profile" onSubmit={(event) => event.preventDefault()}>
          {usesSecret(draft) && (
            <fieldset class="group">
              <legend>Client secret</legend>
              <SecretField host={host} id={profile.id} form={fields} secret={secret} />
              <div class="row">
                <button type="button" class="btn" onClick={() => void keep()}>
                  Keep the secret
                </button>
                <Result tone={problem ? 'fail' : undefined}>{problem}</Result>
              </div>
            </fieldset>
          )}
          <fieldset class="group" disabled>
            <ProviderGroup host={host} form={fields} discovery={discovery} />
            <ClientGroup form={fields} secretField={undefined} />
            <ReturnGroup form={fields} />
            <ChecksGroup form={fields} />
          </fieldset>
          <ProfileShare host={host} profile={profile} profiles={profiles} />
        </form>
        <Preview host={host} draft={draft} saved={profile} offered={undefined} secret={secret} onSwitch={undefined} />
      </div>
    </>
  );
}
