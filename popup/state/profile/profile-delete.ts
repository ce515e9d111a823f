import { type Needs, needsOf, surplusOf } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { isNewer, NewerStorage } from '../../../src/store/newer-storage.ts';
import type { Host } from '../../host.ts';
import { findSites } from './profile-grants.ts';
import { findSecretState, type SecretState } from './profile-secret.ts';

/** What goes with a profile when it is deleted. */
export type Goes = {
  captureIds: string[];
  secret: SecretState;
  /** What the browser grants and no other profile needs. */
  grants: Needs;
  /** The logins under way, by their state. */
  logins: string[];
};

type Holding = Pick<
  Host,
  'captures' | 'privateCaptures' | 'clientSecrets' | 'keptSecrets' | 'logins' | 'allProfiles' | 'permissions'
>;

export async function findGoing(host: Holding, profile: Profile): Promise<Goes> {
  const [captureIds, secret, logins, held, profiles] = await Promise.all([
    capturesOf(host, profile.id),
    findSecretState(host, profile.id),
    host.logins.get(),
    heldOf(host, profile),
    host.allProfiles.get(),
  ]);
  return {
    captureIds,
    secret,
    grants: surplusOf(
      held,
      profiles.filter(({ id }) => id !== profile.id),
    ),
    logins: logins.filter(({ profileId, ended }) => profileId === profile.id && !ended).map(({ state }) => state),
  };
}

/**
 * Deletes a profile, and has what goes with it forgotten. Permissions are given back by the worker, once it sees that no
 * profile needs them.
 */
export async function deleteProfile(
  host: Holding & Pick<Host, 'profiles' | 'schema' | 'send'>,
  profile: Profile,
): Promise<void> {
  const { captureIds, logins } = await findGoing(host, profile);
  // before anything else has changed
  if (isNewer(await host.schema.get())) throw new NewerStorage();
  for (const state of logins) await host.send({ type: 'cancelSignIn', state });
  await host.profiles.update((profiles) => profiles.filter(({ id }) => id !== profile.id));
  // one may just be being kept
  await host.send({ type: 'forgetSecret', profileId: profile.id });
  if (captureIds.length > 0) await host.send({ type: 'forget', captureIds });
}

/** Of what this profile may need or call, that which the browser grants at present. */
async function heldOf({ permissions }: Pick<Host, 'permissions'>, profile: Profile): Promise<Needs> {
  const needs = needsOf(profile);
  const sites = findSites(profile).map(({ pattern }) => pattern);
  const origins = [...new Set([...needs.origins, ...sites])];
  const held = async (names: string[], has: (name: string) => Promise<boolean>) => {
    const answers = await Promise.all(names.map(has));
    return names.filter((_name, at) => answers[at]);
  };
  return {
    permissions: await held(needs.permissions, (name) => permissions.has({ permissions: [name] })),
    origins: await held(origins, (pattern) => permissions.has({ origins: [pattern] })),
  };
}

/** The ids of the captures that go with a profile. */
async function capturesOf(host: Pick<Host, 'captures' | 'privateCaptures'>, profileId: string): Promise<string[]> {
  const captures = await Promise.all([host.captures.get(), host.privateCaptures.get()]);
  return captures
    .flat()
    .filter((capture) => capture.profileId === profileId)
    .map(({ id }) => id);
}
