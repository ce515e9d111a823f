import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { findNoSession } from './no-session.ts';

/** The profile in front: the chosen one, else the first. */
export function activeProfile(profiles: readonly Profile[], activeId: string): Profile | undefined {
  return profiles.find(({ id }) => id === activeId) ?? profiles[0];
}

/**
 * The newest capture, one of the main frame before one of a frame in it. A silent sign-in that found no session does not
 * take the place of tokens captured before. Captures are stored newest first.
 */
export function newestCapture(captures: readonly Capture[]): Capture | undefined {
  const own = captures.filter(({ frame }) => frame === 'main');
  const [newest] = own;
  if (newest && findNoSession(newest)) {
    return own.find((capture) => !findNoSession(capture) && hasTokens(capture)) ?? newest;
  }
  return newest ?? captures[0];
}

/** The silent sign-in that found no session, where the capture in front is an earlier one. */
export function silentAttempt(captures: readonly Capture[]): Capture | undefined {
  const newest = captures.find(({ frame }) => frame === 'main');
  return newest && newest !== newestCapture(captures) ? newest : undefined;
}

function hasTokens({ tokens }: Capture): boolean {
  return Object.values(tokens).some((token) => token !== undefined);
}
