import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { useCaptureStatus } from '../../parts/use-capture-status.ts';

type Props = { captures: readonly Capture[] | undefined; profiles: readonly Profile[] };

/** Announces a capture that arrives, and is judged, while the face is open. */
export function CaptureStatus({ captures, profiles }: Props) {
  return (
    <p class="sr-only" role="status">
      {useCaptureStatus(captures, profiles)}
    </p>
  );
}
