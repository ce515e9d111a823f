import type { Capture, Profile } from '../../../src/protocol/records.ts';

type Props = { capture: Capture; profile: Profile | undefined; now: number };

/** What happened in a login, from what the extension itself saw. */
export function Timeline(_: Props) {
  return null;
}
