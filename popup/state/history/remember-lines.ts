import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { type CaptureLine, captureLine } from '../capture/capture-line.ts';

export type LineOf = (capture: Capture, profile: Profile | undefined, now: number) => CaptureLine;

/** `captureLine` that reads a capture once a minute: a search shows the same lines again with every key. */
export function rememberLines(): LineOf {
  const known = new WeakMap<Capture, { profile: Profile | undefined; minute: number; line: CaptureLine }>();
  return (capture, profile, now) => {
    const minute = Math.floor(now / 60_000);
    const last = known.get(capture);
    if (last && last.profile === profile && last.minute === minute) return last.line;
    const line = captureLine(capture, profile, now);
    known.set(capture, { profile, minute, line });
    return line;
  };
}
