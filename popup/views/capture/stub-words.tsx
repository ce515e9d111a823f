import type { Capture } from '../../../src/protocol/records.ts';
import { afterWords } from '../../state/capture/after-capture.ts';
import { howWords } from '../../state/capture/how-captured.ts';

/** In front of the callback: how the answer came. */
export function HowWords({ capture }: { capture: Capture }) {
  return <>{howWords(capture)}</>;
}

/** Behind it: what the token endpoint brought since. */
export function AfterWords({ capture, now }: { capture: Capture; now: number }) {
  return <>{afterWords(capture, now)}</>;
}
