import type { Known } from './known.ts';

/** In seconds: how far two clocks may be apart without a failure, and what a profile may allow at most. */
const usualSkew = 60;
const mostSkew = 300;

/** The moment that counts, and how far the clocks may be apart, both in seconds. */
export function clockOf({ at, profile }: Pick<Known, 'at' | 'profile'>): { now: number; skew: number } {
  return { now: at / 1000, skew: Math.min(Math.max(profile?.clockSkew ?? usualSkew, 0), mostSkew) };
}

/**
 * That this computer's clock explains a failure: `isInOrder` holds at the provider's time. It is given the moment in
 * seconds. Empty when the clock explains nothing or the provider's time is not known.
 */
export function clockReason({ at, clockSkew }: Known, isInOrder: (now: number) => boolean): { reason?: string } {
  if (clockSkew === undefined || !isInOrder((at + clockSkew) / 1000)) return {};
  const side = clockSkew > 0 ? 'behind' : 'ahead of';
  return { reason: `This computer’s clock is ${span(clockSkew)} ${side} the provider’s. Set it, then sign in again.` };
}

function span(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129_600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
