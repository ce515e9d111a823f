import type { Capture } from '../../../src/protocol/records.ts';

/**
 * What stands in front once some captures are gone: the same as before if it stays, else the next one below it in the
 * list, else the next above. Undefined where none is left. `listed`: in the order of the list.
 */
export function nextCapture(
  listed: readonly Capture[],
  gone: ReadonlySet<string>,
  current: string | undefined,
): Capture | undefined {
  const stays = ({ id }: Capture) => !gone.has(id);
  const at = listed.findIndex(({ id }) => id === current);
  return listed.slice(Math.max(0, at)).find(stays) ?? listed.slice(0, Math.max(0, at)).findLast(stays);
}
