import { captureExpiresAt } from '../../../src/protocol/expiry.ts';
import { type Capture, defaultSettings, type Settings } from '../../../src/protocol/records.ts';
import { clockTime } from '../time-words.ts';

type Where = { isPrivate: boolean; settings?: Partial<Settings> | undefined; now: number };

/** Where a capture is kept and until when: it goes some time after its tokens, one of a private window also with that, and all with the browser. */
export function keptWords(capture: Capture, { isPrivate, settings, now }: Where): string {
  const { graceMinutes, purgeOnLock } = { ...defaultSettings, ...settings };
  if (capture.pinned) {
    const end = `the ${isPrivate ? 'last private window' : 'browser'} closes`;
    return `In memory only. Pinned: it stays until ${end}${purgeOnLock ? ' or the screen is locked' : ''}.`;
  }
  if (graceMinutes === null) {
    return `In memory only. Forgotten ${isPrivate ? 'with the last private window' : 'when the browser closes'}.`;
  }
  const due = clockTime(captureExpiresAt(capture) + graceMinutes * 60_000, now, 'minutes');
  return `In memory only. Forgotten at ${due}, sooner if the ${isPrivate ? 'last private window' : 'browser'} closes.`;
}
