import { useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { Icon } from '../parts/icon.tsx';
import { capturesOf, deleteProfile } from '../state/profile-save.ts';
import { Confirm } from './confirm.tsx';

type Props = { host: Host; profile: Profile; onDeleted: () => void };

/** The button that deletes a profile, and the dialog that names what goes with it. */
export function DeleteProfile({ host, profile, onDeleted }: Props) {
  const [captureIds, setCaptureIds] = useState<string[]>();
  const remove = async () => {
    await deleteProfile(host, profile.id);
    onDeleted();
  };
  return (
    <>
      <button type="button" class="btn quiet" onClick={async () => setCaptureIds(await capturesOf(host, profile.id))}>
        <Icon name="bin" />
        Delete
      </button>
      {captureIds && (
        <Confirm
          title={`Delete ${profile.name}?`}
          yes="Delete profile"
          no="Keep it"
          onYes={remove}
          onNo={() => setCaptureIds(undefined)}
        >
          <p>
            The profile goes, and its callback is not watched any more. {capturesWords(captureIds.length)} Nothing
            changes at the provider.
          </p>
        </Confirm>
      )}
    </>
  );
}

function capturesWords(count: number): string {
  if (count === 0) return 'It has no captures.';
  return count === 1 ? 'Its capture is forgotten.' : `Its ${count} captures are forgotten.`;
}
