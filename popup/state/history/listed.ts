import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { groupByProfile } from '../capture/capture-line.ts';

/** The captures in the order in which the list shows them: by profile, those in frames behind the others. */
export function listedCaptures(captures: readonly Capture[], profiles: readonly Profile[]): Capture[] {
  return groupByProfile(captures, profiles).flatMap((group) => [...group.captures, ...group.framed]);
}
