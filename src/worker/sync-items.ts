import { shareProfile } from '../handover/profile-share.ts';
import { type Profile, profileSchema } from '../protocol/records.ts';
import { roundKey, syncedPrefix } from '../store/profile-sync.ts';
import { fits } from '../store/shape.ts';
import type { Merge } from './merge-profiles.ts';

export const profileKey = (id: string) => `${syncedPrefix}${id}`;

/** What browsers take: bytes of one item and of all, counted with their keys, and how many items. */
const limits = { item: 8192, all: 102_400, items: 512 };

/** What lies in the browser's sync. */
export type SyncArea = {
  round: string | undefined;
  profiles: Map<string, Profile>;
  /** Ids of items that are no profile as this version knows it. */
  unreadable: string[];
  /** Of each item, in bytes. */
  sizes: Map<string, number>;
};

/** Reads the sync area: one item for each profile. A secret that somebody put there is not taken. */
export function readSyncArea(items: Record<string, unknown>): SyncArea {
  const { [roundKey]: round } = items;
  const profiles = new Map<string, Profile>();
  const unreadable: string[] = [];
  for (const [key, value] of Object.entries(items)) {
    if (!key.startsWith(syncedPrefix)) continue;
    const id = key.slice(syncedPrefix.length);
    const shared = fits(profileSchema, value) && shareProfile(value).profile;
    if (shared && shared.id === id) profiles.set(id, shared);
    else unreadable.push(id);
  }
  const sizes = new Map(Object.entries(items).map(([key, value]) => [key, sizeOf(key, value)]));
  return { round: typeof round === 'string' ? round : undefined, profiles, unreadable, sizes };
}

type Chosen = {
  items: [key: string, value: Profile][];
  pushed: Profile[];
  /** Names of what does not fit. */
  tooLarge: string[];
  noRoom: string[];
};

/** Of the profiles that are to be pushed those that fit, in their order; nothing is cut. */
export function chooseFitting(
  own: readonly Profile[],
  { push, unpush }: Merge,
  sizes: ReadonlyMap<string, number>,
): Chosen {
  const held = new Map(sizes);
  for (const id of unpush) held.delete(profileKey(id));
  // of the round, which stands there or will
  held.set(roundKey, 64);
  const chosen: Chosen = { items: [], pushed: [], tooLarge: [], noRoom: [] };
  for (const profile of own) {
    if (!push.includes(profile.id)) continue;
    const key = profileKey(profile.id);
    const value = shareProfile(profile).profile;
    const size = sizeOf(key, value);
    const others = [...held].filter(([other]) => other !== key);
    const all = others.reduce((sum, [, one]) => sum + one, size);
    if (size > limits.item) chosen.tooLarge.push(profile.name);
    else if (all > limits.all || others.length + 1 > limits.items) chosen.noRoom.push(profile.name);
    else {
      held.set(key, size);
      chosen.items.push([key, value]);
      chosen.pushed.push(profile);
    }
  }
  return chosen;
}

/** In bytes, as the browser that counts most does it: Chromium writes `<` and line separators as six characters. */
function sizeOf(key: string, value: unknown): number {
  const json = JSON.stringify(value).replace(/[<\u2028\u2029]/g, 'u003C.');
  return new TextEncoder().encode(key + json).length;
}
