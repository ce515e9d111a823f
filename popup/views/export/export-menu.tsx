import type { Capture, Profile } from '../../../src/protocol/records.ts';

type Props = {
  /** What is to be exported. */
  captures: readonly Capture[];
  profiles: readonly Profile[];
};

/** The button behind which the forms of an export are. */
export function ExportMenu(_: Props) {
  return null;
}
