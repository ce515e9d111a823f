import type { Capture, Profile } from '../../../src/protocol/records.ts';

type Props = {
  /** Those of the profile in front, newest first. */
  captures: readonly Capture[];
  profile: Profile;
  current: string | undefined;
  onChoose: (id: string) => void;
};

/** The captures of the profile in front, in the side panel. */
export function PanelCaptures(_: Props) {
  return null;
}
