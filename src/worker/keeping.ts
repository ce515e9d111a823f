/** How long captures are kept: purged after expiry and on screen lock, and at once when all is to be forgotten. */
import type { Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

/** Must be called in the first turn: what it listens to may start the worker. */
export function createKeeping(_context: Context, _parts: { world: World }) {
  const verbs: Pick<Verbs, 'forgetEverything'> = {
    forgetEverything: async () => ({ ok: false as const, reason: 'Not built yet.' }),
  };
  return {
    verbs,
    /** Lets go of what is over, and sets the alarm for the next time. Harmless to run again. */
    purge: async (): Promise<void> => {},
  };
}

export type Keeping = ReturnType<typeof createKeeping>;
