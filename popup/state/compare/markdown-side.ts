import type { ComparedSide } from '../../../src/handover/compare-markdown.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { captureTitle } from '../capture/capture-line.ts';

/** How a capture is named in Markdown. */
export function markdownSide(capture: Capture, profile: string): ComparedSide {
  return { at: capture.capturedAt, profile, user: captureTitle(capture) };
}
