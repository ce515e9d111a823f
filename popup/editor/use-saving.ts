import { useState } from 'preact/hooks';
import { needsOf } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { useMissing } from '../parts/use-missing.ts';
import { type FormState, settleForm } from '../state/profile/profile-form.ts';
import { findLacks, type Lack } from '../state/profile/profile-grants.ts';
import { findProblems } from '../state/profile/profile-problems.ts';
import { profileFromDraft } from '../state/profile/profile-record.ts';
import { type OnSaved, type Save, type SaveStatus, saveProfile } from '../state/profile/profile-save.ts';
import { inputId } from './form.ts';
import type { ChangeForm } from './use-discovery.ts';

type Params = {
  host: Host;
  id: string;
  form: FormState;
  others: readonly Profile[];
  changeForm: ChangeForm;
  navigate(path: string): void;
};

/** Saving from the form: what is refused gets the focus, what was saved is what the form starts from. */
export function useSaving({ host, id, form, others, changeForm, navigate }: Params) {
  const [status, setStatus] = useState<SaveStatus>();
  const profile = profileFromDraft(form.draft, id, form.base);
  const missing = useMissing(needsOf(profile));

  const save = (next: Save['next']) => {
    const { draft, base } = form;
    const refused = findProblems(draft, others).find((problem) => problem.level === 'refused');
    if (refused) {
      changeForm((current) => ({ ...current, isTried: true }));
      showInput(inputId(refused.field));
      return;
    }
    const onSaved: OnSaved = (saved, isSecretKept) => {
      changeForm((current) => settleForm(current, saved, draft, isSecretKept));
      setStatus({ kind: 'saved' });
    };
    const saving = saveProfile(host, { id, draft, base, missing, next }, onSaved);
    if (!base) navigate(`profiles/${id}`);
    void saving.then(setStatus);
  };

  return {
    status: status?.kind === 'declined' && missing ? statusOf(findLacks(profile, missing)) : status,
    missing,
    save,
    forget: () => setStatus(undefined),
  };
}

/** Brings the focus to an input, also into a part that is folded. */
function showInput(id: string): void {
  const input = document.getElementById(id);
  const fold = input?.closest('details');
  if (fold) fold.open = true;
  input?.focus();
}

/** What was declined may be allowed since, and the other way round. */
function statusOf(lacks: Lack[]): SaveStatus {
  return lacks.length > 0 ? { kind: 'declined', lacks } : { kind: 'saved' };
}
