import type { Area } from '../platform/area.ts';
import { schemaVersion } from '../protocol/records.ts';

/** What a newer Claimcheck has written is left to it. The message is for the person. */
export class NewerStorage extends Error {
  constructor() {
    super('A newer Claimcheck wrote what is stored in this browser, and this one only reads it. Nothing was changed.');
  }
}

/** Whether a newer Claimcheck wrote this. A version that is no number is none: it says nothing of what lies beside it. */
export function isNewer(version: unknown): boolean {
  return typeof version === 'number' && version > schemaVersion;
}

/**
 * The area as it is, as long as no newer version has written there: then it is read alone. A write that a person asked for
 * throws `NewerStorage`; what is noted on the side (`quietly`) is dropped.
 */
export function sparingNewer(area: Area, quietly = false): Area {
  const spare = async (write: () => Promise<void>) => {
    const { schema } = await area.get('schema');
    if (!isNewer(schema)) return write();
    if (!quietly) throw new NewerStorage();
  };
  return {
    ...area,
    set: (items) => spare(() => area.set(items)),
    remove: (keys) => spare(() => area.remove(keys)),
  };
}

/** Begins anew: nothing of what lies on disk stays, whichever version wrote it. */
export function emptyDisk(local: Area): Promise<void> {
  return local.exclusive(async () => {
    await local.remove(await local.keys());
    await local.set({ schema: schemaVersion });
  });
}
