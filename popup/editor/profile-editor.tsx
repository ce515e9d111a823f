import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isClientAlone } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { fillFromRecording } from '../state/profile/profile-fill-recording.ts';
import { chooseFlow } from '../state/profile/profile-flow-change.ts';

import {
  editField,
  fillForm,
  followStore,
  isDirty,
  openForm,
  shownProblems,
  touchField,
} from '../state/profile/profile-form.ts';
import { ChecksGroup } from './checks-group.tsx';
import { ClientGroup } from './client-group.tsx';
import { DeleteProfile } from './delete-profile.tsx';
import { DuplicateProfile } from './duplicate-profile.tsx';
import type { Form } from './form.ts';
import { offeredPattern } from './issuer-field.tsx';
import { PasteField } from './paste-field.tsx';
import { Preview } from './preview.tsx';
import { ProfileShare } from './profile-share.tsx';
import { ProviderGroup } from './provider-group.tsx';
import { RecordView } from './record-view.tsx';
import { ReturnGroup } from './return-group.tsx';
import { statusWords } from './save-words.ts';
import { SavingAsks } from './saving-asks.tsx';
import { SecretField } from './secret-field.tsx';
import { type ChangeForm, useDiscovery } from './use-discovery.ts';
import { useSaving } from './use-saving.ts';
import { useSecret } from './use-secret.ts';

type Props = {
  host: Host;
  id: string;
  /** As it is stored; undefined while it is new. */
  profile: Profile | undefined;
  others: Profile[];
  navigate(path: string): void;
  /** Told the id of the copy. */
  onDuplicated(id: string): void;
  onDirty(isDirty: boolean): void;
  onDeleted(): void;
};

/** Of the heading, which takes the focus when a copy was made. */
export const titleId = 'profile-h';

/** The editor of one profile: title row, form, and the preview of what it will do. */
export function ProfileEditor({ host, id, profile, others, navigate, onDuplicated, onDirty, onDeleted }: Props) {
  const [form, setForm] = useState(() => openForm(profile));
  const changeForm: ChangeForm = setForm;
  const discovery = useDiscovery(host, changeForm);
  const secret = useSecret(host, id);
  const saving = useSaving({ host, id, form, others, changeForm, navigate });
  useEffect(() => setForm((current) => followStore(current, profile)), [profile]);
  const hasEdits = isDirty(form);
  useLayoutEffect(() => onDirty(hasEdits), [hasEdits, onDirty]);

  const fields: Form = {
    draft: form.draft,
    sources: form.sources,
    problems: shownProblems(form, others),
    edit: (field, change) => {
      saving.forget();
      setForm((current) => editField(current, field, change));
    },
    touch: (field) => setForm((current) => touchField(current, field)),
  };
  const names = others.map(({ name }) => name);
  const { draft } = form;
  const isAlone = isClientAlone(draft);
  const switchToCode = () => fields.edit('responseType', chooseFlow(draft, 'code'));

  return (
    <>
      <div class="title">
        <h1 id={titleId} tabIndex={-1}>
          {form.base?.name ?? 'Register a callback'}
        </h1>
        <p>
          {isAlone
            ? 'Where a client gets tokens for itself, and which.'
            : 'Where to sign in, as which app client, and where the login comes back.'}
        </p>
        <SavingAsks missing={saving.missing} />
        <div class="row">
          <output class="say">{statusWords(saving.status)}</output>
          {form.base && <DeleteProfile host={host} profile={form.base} onDeleted={onDeleted} />}
          {form.base && <DuplicateProfile host={host} profile={form.base} names={names} onDuplicated={onDuplicated} />}
          <button type="button" class={isAlone ? 'btn primary' : 'btn'} onClick={() => saving.save('stay')}>
            Save
          </button>
          {!isAlone && (
            <button type="button" class="btn primary" onClick={() => saving.save('sign_in')}>
              Save and sign in
            </button>
          )}
        </div>
      </div>
      <div class="cols ruled">
        <form class="editor" aria-label="Profile" onSubmit={(event) => event.preventDefault()}>
          <PasteField form={form} changeForm={changeForm} names={names} discovery={discovery} />
          {!form.base && (
            <RecordView
              host={host}
              onFill={(recording) =>
                setForm((current) => fillForm(current, fillFromRecording(current.draft, recording, names), 'login'))
              }
            />
          )}
          <ProviderGroup host={host} form={fields} discovery={discovery} />
          <ClientGroup form={fields} secretField={<SecretField host={host} id={id} form={fields} secret={secret} />} />
          {!isAlone && <ReturnGroup form={fields} />}
          <ChecksGroup form={fields} />
          <ProfileShare host={host} profile={form.base} profiles={form.base ? [form.base, ...others] : others} />
        </form>
        <Preview
          host={host}
          draft={draft}
          saved={form.base}
          offered={offeredPattern(discovery, draft)}
          secret={secret}
          onSwitch={switchToCode}
        />
      </div>
    </>
  );
}
