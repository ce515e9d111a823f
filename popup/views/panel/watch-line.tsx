import type { Profile } from '../../../src/protocol/records.ts';

/** What is watched, and a way to pause it. */
export function WatchLine(_: { profile: Profile }) {
  return null;
}
