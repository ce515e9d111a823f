/** A moment in ms as text that reads the same everywhere: "2026-11-23 19:02:16 UTC". */
export function utcText(at: number): string {
  // dates reach 8.64e15 ms to either side of 1970 (ECMAScript, Time Values)
  if (Math.abs(at) > 8.64e15) return 'outside the calendar';
  return `${new Date(at).toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}
