/** Watches one login of the user's own app, so that a profile can be made from it. */
import type { Verbs } from './verbs.ts';
import type { Context } from './world.ts';

/** Must be called in the first turn: what it listens to may start the worker. */
export function createRecording(_context: Context) {
  const verbs: Pick<Verbs, 'record' | 'endRecording'> = {
    record: async () => ({ ok: false as const, reason: 'Not built yet.' }),
    endRecording: async () => ({ ok: false as const, reason: 'Not built yet.' }),
  };
  return { verbs };
}
