import * as v from 'valibot';
import type { Area } from '../platform/area.ts';
import { type Item, item } from './item.ts';

/** What was the same here and in the browser's sync last: which round it belongs to, and each profile as it was shared. */
export type SyncBase = v.InferOutput<typeof syncBaseSchema>;
const syncBaseSchema = v.object({ round: v.string(), profiles: v.record(v.string(), v.string()) });

/** What the last sync could not do. Profiles are named; a name is no secret. */
export type SyncState = v.InferOutput<typeof syncStateSchema>;
const syncStateSchema = v.object({
  at: v.number(),
  /** Over 8 KB: the browser takes no larger items. */
  tooLarge: v.array(v.string()),
  /** What went beyond the 100 KB or 512 items that the browser takes in all. */
  noRoom: v.array(v.string()),
  /** How many profiles of other devices this version cannot read. They stay as they are. */
  unreadable: v.number(),
  /** What the browser said when it refused. */
  problem: v.exactOptional(v.string()),
});

/** What is kept here of the browser's sync; both go when it is turned off. */
export function createSyncStores(local: Area) {
  return {
    syncBase: item(local, 'syncBase', v.optional(syncBaseSchema), undefined),
    /** How the last sync went; undefined while profiles are not synced. */
    syncState: item(local, 'syncState', v.optional(syncStateSchema), undefined),
  };
}

/** Keys of storage.sync: each profile under its own, and which state of the sync it is. */
export const syncedPrefix = 'profile:';
export const roundKey = 'round';

/** What of ours lies in the browser's account: how many profiles. */
export type Synced = Pick<Item<number>, 'get' | 'onChanged'> & {
  /** Takes all of it out of there. Without the round no other device takes that for deletions. */
  remove(): Promise<void>;
};

export function createSynced(area: Area): Synced {
  const ours = async () => (await area.keys()).filter((key) => key.startsWith(syncedPrefix));
  return {
    // where the browser has no sync there is nothing in it
    get: async () => (await ours().catch(() => [])).length,
    remove: async () => area.remove([...(await ours()), roundKey]),
    onChanged: (callback, signal) => area.onChanged(callback, signal),
  };
}
