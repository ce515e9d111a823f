import type { Profile } from '../../../src/protocol/records.ts';
import type { Host } from '../../host.ts';
import { copyName } from './profile-names.ts';
import { isSecretParam } from './profile-params.ts';

/**
 * Puts a copy of a profile behind the others, and gives its id. Neither its secrets nor its captures come along; one of a
 * managed policy becomes the person's own.
 */
export async function duplicateProfile(
  host: Pick<Host, 'profiles' | 'newId'>,
  profile: Profile,
  taken: readonly string[],
): Promise<string> {
  const extraParams = profile.extraParams.filter((param) => !isSecretParam(param));
  const copy = { ...profile, id: host.newId(), name: copyName(profile.name, taken), extraParams };
  await host.profiles.update((profiles) => [...profiles, copy]);
  return copy.id;
}

/** Moves a profile one place up (-1) or down (1) among the person's own. */
export async function moveProfile(host: Pick<Host, 'profiles'>, id: string, by: -1 | 1): Promise<void> {
  await host.profiles.update((profiles) => {
    const at = profiles.findIndex((profile) => profile.id === id);
    const moved = profiles[at];
    const other = profiles[at + by];
    return moved && other ? profiles.with(at, other).with(at + by, moved) : profiles;
  });
}
