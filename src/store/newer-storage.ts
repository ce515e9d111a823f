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

/**
 * The area as it is, as long as no newer version has written there: then what is written goes to memory, which is read
 * before what lies on disk. For what the extension cannot do without.
 */
export function besideNewer(disk: Area, memory: Area): Area {
  const placeOf = async () => (isNewer((await disk.get('schema')).schema) ? memory : disk);
  return {
    get: async (keys) => {
      const stored = await disk.get(keys);
      return (await placeOf()) === disk ? stored : { ...stored, ...(await memory.get(keys)) };
    },
    set: async (items) => (await placeOf()).set(items),
    remove: async (keys) => (await placeOf()).remove(keys),
    keys: disk.keys,
    exclusive: disk.exclusive,
    onChanged: (callback, signal) => {
      for (const area of [disk, memory]) area.onChanged(callback, signal);
    },
  };
}

/** Begins anew: nothing of what lies on disk stays, whichever version wrote it. */
export function emptyDisk(local: Area): Promise<void> {
  return local.exclusive(async () => {
    await local.remove(await local.keys());
    await local.set({ schema: schemaVersion });
  });
}
