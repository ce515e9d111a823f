import { useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { useGranted } from '../parts/host-context.ts';
import { type FormState, settleForm } from '../state/profile-form.ts';
import { findProblems } from '../state/profile-problems.ts';
import { type Save, type SaveStatus, saveProfile } from '../state/profile-save.ts';
import { watching } from '../state/world.ts';
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
  const canWatch = useGranted(watching);

  const save = (next: Save['next']) => {
    const { draft, base } = form;
    const refused = findProblems(draft, others).find((problem) => problem.level === 'refused');
    if (refused) {
      changeForm((current) => ({ ...current, isTried: true }));
      document.getElementById(inputId(refused.field))?.focus();
      return;
    }
    const onSaved = (saved: Profile) => {
      changeForm((current) => settleForm(current, saved, draft));
      setStatus({ kind: 'saved' });
    };
    const saving = saveProfile(host, { id, draft, base, canWatch: canWatch === true, next }, onSaved);
    if (!base) navigate(`profiles/${id}`);
    void saving.then(setStatus);
  };

  const isAllowedSince = status?.kind === 'declined' && canWatch;
  return {
    status: isAllowedSince ? ({ kind: 'saved' } satisfies SaveStatus) : status,
    canWatch,
    save,
    forget: () => setStatus(undefined),
  };
}
