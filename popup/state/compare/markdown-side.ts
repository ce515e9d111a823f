import type { ComparedSide } from '../../../src/handover/compare-markdown.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { captureTitle } from '../capture/capture-line.ts';
import { loginOf } from './login-of.ts';

/** How a capture is named in Markdown. */
export function markdownSide(capture: Capture, profiles: readonly Profile[]): ComparedSide {
  return { at: capture.capturedAt, profile: loginOf(capture, profiles).profile, user: captureTitle(capture) };
}
