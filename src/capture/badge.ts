import type { Capture } from '../protocol/records.ts';

/** What the toolbar says of the captures that nobody has looked at yet. A renewal in a frame does not count. */
export function badgeFor(captures: Capture[], lookedAt: number): { text: string; colour: string; title: string } {
  const fresh = captures.filter(({ capturedAt, frame }) => frame === 'main' && capturedAt > lookedAt);
  if (fresh.length === 0) return { text: '', colour: '#3451d1', title: 'Claimcheck' };
  const isError = fresh[0]?.error !== undefined;
  const what = fresh.length === 1 ? '1 new capture' : `${fresh.length} new captures`;
  return { text: String(fresh.length), colour: isError ? '#b3241c' : '#3451d1', title: `Claimcheck: ${what}` };
}
