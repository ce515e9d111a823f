import type { Capture } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { useRead } from '../../parts/world-context.ts';
import { keptWords } from '../../state/capture/kept-words.ts';

/** Where a capture is kept and until when, as Settings have it. */
export function KeptLine({ capture, isPrivate }: { capture: Capture; isPrivate: boolean }) {
  const host = useHost();
  const { settings } = useRead();
  return <span>{keptWords(capture, { isPrivate, settings, now: host.now() })}</span>;
}
