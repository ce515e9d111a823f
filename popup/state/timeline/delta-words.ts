import { stretch } from '../time-words.ts';

/** How long after the first step another one came, cut off, never rounded up: "+0.4 s" under 90 s, then "+2 min". */
export function deltaWords(milliseconds: number): string {
  if (milliseconds >= 90_000) return `+${stretch(milliseconds)}`;
  return `+${(Math.floor(Math.max(0, milliseconds) / 100) / 10).toFixed(1)} s`;
}
