import type { Capture } from '../../../src/protocol/records.ts';
import type { World } from '../world.ts';
import { newestCapture } from './current.ts';
import { shownCaptures } from './shown-captures.ts';

const none: Capture[] = [];

/** The captures of private windows that a page in a normal window lists, apart from the others. */
export function capturesApart({ where, privateCaptures = none }: World): Capture[] {
  return where?.isPrivate === false ? privateCaptures : none;
}

/** The capture that the page shows: the one with this id, else the newest. */
export function selectedCapture(world: World, id: string): Capture | undefined {
  const captures = shownCaptures(world) ?? [];
  const apart = capturesApart(world);
  return (
    [...captures, ...apart].find((capture) => capture.id === id) ?? newestCapture(captures) ?? newestCapture(apart)
  );
}

/** Whether a capture is of a private window. */
export function isPrivateCapture({ privateCaptures = [] }: World, { id }: Capture): boolean {
  return privateCaptures.some((capture) => capture.id === id);
}
