import type { Capture } from '../../../src/protocol/records.ts';
import type { World } from '../world.ts';

/** The captures of this kind of window: in a private one those of private windows alone. Undefined until both are known. */
export function shownCaptures({ where, captures, privateCaptures }: World): Capture[] | undefined {
  return where && (where.isPrivate ? privateCaptures : captures);
}

/** What stands where there is no capture yet. */
export function emptyWords({ where, canWatch }: World): string {
  const apart = where?.isPrivate ? ' Captures of other windows are not shown here.' : '';
  return `Nothing captured yet.${apart}${canWatch === false ? '' : ' Sign in, and it appears here.'}`;
}
