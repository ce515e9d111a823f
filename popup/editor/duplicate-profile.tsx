import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { duplicateProfile } from '../state/profile/profile-list.ts';

type Props = { host: Host; profile: Profile; names: string[]; onDuplicated(id: string): void };

/** The button that makes a copy of a profile, as it is stored. */
export function DuplicateProfile({ host, profile, names, onDuplicated }: Props) {
  const duplicate = async () => {
    onDuplicated(await duplicateProfile(host, profile, [...names, profile.name]));
  };
  return (
    <button type="button" class="btn quiet" onClick={() => void duplicate()}>
      Duplicate
    </button>
  );
}
