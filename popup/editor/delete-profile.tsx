import { useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { deleteProfile, findGoing, type Goes } from '../state/profile/profile-delete.ts';
import { goingWords } from './going-words.ts';

type Props = { host: Host; profile: Profile; onDeleted: () => void };

/** The button that deletes a profile, and the dialog that names what goes with it. */
export function DeleteProfile({ host, profile, onDeleted }: Props) {
  const [goes, setGoes] = useState<Goes>();
  const remove = async () => {
    await deleteProfile(host, profile);
    onDeleted();
  };
  return (
    <>
      <button type="button" class="btn quiet" onClick={async () => setGoes(await findGoing(host, profile))}>
        <Icon name="bin" />
        Delete
      </button>
      {goes && (
        <ConfirmDialog
          heading={`Delete ${profile.name}?`}
          confirm="Delete profile"
          onConfirm={() => void remove()}
          onClose={() => setGoes(undefined)}
        >
          <div class="notes">
            <ul>
              {goingWords(goes).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
            <p>Nothing changes at the provider.</p>
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}
