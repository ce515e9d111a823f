import type { Capture, Profile } from '../../../src/protocol/records.ts';
import type { World } from '../world.ts';
import { findNoSession } from './no-session.ts';

/** Finds, by a look at what is stored, the newest capture of each profile that is of the main frame. */
export function isNewestOfEach(): (stored: unknown) => boolean {
  const seen = new Set<unknown>();
  return (stored) => {
    const { profileId, frame }: { profileId?: unknown; frame?: unknown } = Object(stored);
    if (frame !== 'main' || seen.has(profileId)) return false;
    seen.add(profileId);
    return true;
  };
}

/**
 * The captures of a profile for as long as the long list of all is not checked: the one that will stand in front.
 * Undefined where it takes the others to know which that is.
 */
export function capturesSoon({ where, newestOfEach }: World, { id }: Profile): Capture[] | undefined {
  const newest = where?.isPrivate === false && newestOfEach?.find(({ profileId }) => profileId === id);
  return newest && !findNoSession(newest) ? [newest] : undefined;
}
