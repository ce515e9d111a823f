import type { Capture } from '../protocol/records.ts';

type Side = 'captures' | 'privateCaptures';

/** The records with a pasted capture, and the id of the one that holds its answer: it may be there already. */
export function withPasted<R extends Record<Side, Capture[]>>(
  records: R,
  side: Side,
  pasted: Capture,
): { records: R; captureId: string } {
  const known = records[side].find(({ id }) => id === pasted.id || pastedId(id) === pasted.id);
  if (known) return { records, captureId: known.id };
  return { records: { ...records, [side]: [pasted, ...records[side]] }, captureId: pasted.id };
}

/** The id of an answer that was pasted: as one that was captured it has the one within. */
export function pastedId(answerId: string): string {
  return `pasted-${answerId}`;
}
