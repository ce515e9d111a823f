import type { Capture } from '../../../src/protocol/records.ts';
import { sampleProfile } from '../../../src/protocol/sample-profile.ts';
import type { Width } from '../../host.ts';
import { CaptureView } from '../capture/capture-view.tsx';

type Props = { sample: Capture; isPrivate: boolean; width: Width };

/** A sample in the popup's one column. None of its buttons signs anybody in. */
export function SampleColumn({ sample, isPrivate, width }: Props) {
  return (
    <CaptureView
      key={sample.id}
      capture={sample}
      profile={sampleProfile}
      isPrivate={isPrivate}
      width={width}
      onSignIn={nothing}
      onExpired={nothing}
    />
  );
}

const nothing = () => {};
