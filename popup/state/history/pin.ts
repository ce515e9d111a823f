import type { Capture } from '../../../src/protocol/records.ts';

/** The captures with this one pinned, or free to go again. */
export function withPin(captures: readonly Capture[], id: string, isPinned: boolean): Capture[] {
  return captures.map((one) => {
    if (one.id !== id) return one;
    const { pinned, ...rest } = one;
    return isPinned ? { ...rest, pinned: true } : rest;
  });
}
