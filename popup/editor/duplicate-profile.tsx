import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { duplicateProfile } from '../state/profile-list.ts';
import { hashOf } from '../state/route.ts';

type Props = { host: Host; profile: Profile; names: string[]; navigate(path: string): void };

/** The button that makes a copy of a profile, as it is stored, and opens it. */
export function DuplicateProfile({ host, profile, names, navigate }: Props) {
  const duplicate = async () => {
    const id = await duplicateProfile(host, profile, [...names, profile.name]);
    navigate(hashOf({ view: 'profiles', rest: id }));
  };
  return (
    <button type="button" class="btn quiet" onClick={() => void duplicate()}>
      Duplicate
    </button>
  );
}
