import type { Profile } from '../../../src/protocol/records.ts';

/**
 * The id of the profile that a route means, `freshId` for one that is not stored yet. Undefined while it is not known
 * which profile is active.
 */
export function wantedProfile(
  route: string,
  profiles: readonly Pick<Profile, 'id'>[],
  activeId: string | undefined,
  freshId: string,
): string | undefined {
  if (route === 'new') return freshId;
  if (route !== '') return route;
  const first = profiles[0];
  if (!first) return freshId;
  if (activeId === undefined) return undefined;
  return profiles.some(({ id }) => id === activeId) ? activeId : first.id;
}
