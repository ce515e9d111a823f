/**
 * Keeps the person's own profiles in step with the browser's sync, where that is turned on. Each profile is one item,
 * `profile:<id>`. The item `round` tells a deletion from an area that was emptied: what is missing was deleted only as long
 * as the round is the one in which it was there.
 */
import { isSameJson, sharedText } from '../handover/profile-share-text.ts';
import type { Area } from '../platform/area.ts';
import type { Profile } from '../protocol/records.ts';
import type { Item } from '../store/item.ts';
import { isNewer } from '../store/newer-storage.ts';
import { createSyncStores, roundKey, type SyncBase, type SyncState } from '../store/profile-sync.ts';
import { setAsideKey } from '../store/shape.ts';
import type { Stores } from '../store/stores.ts';
import type { Forgotten } from './forgotten.ts';
import { type Merge, mergeProfiles, withOwnParts } from './merge-profiles.ts';
import { chooseFitting, profileKey, readSyncArea } from './sync-items.ts';

type Options = {
  forgotten: Pick<Forgotten, 'noteSecretOf'>;
  stores: Pick<Stores, 'profiles' | 'settings' | 'clientSecrets' | 'keptSecrets'>;
  local: Area;
  area: Area;
  now: () => number;
  newRound?: () => string;
  pause?: (ms: number) => Promise<unknown>;
};

/** In milliseconds, between two writes: the browser takes 120 a minute, and 1,800 an hour. */
const gap = 5000;

export function createSync({
  forgotten,
  stores,
  local,
  area,
  now,
  newRound = () => crypto.randomUUID(),
  pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: Options) {
  const { syncBase, syncState } = createSyncStores(local);
  let wroteAt = Number.NEGATIVE_INFINITY;

  /** Forgets what was in step: turned on again, both sides are joined, and nothing is deleted. */
  const turnOff = async () => {
    const kept = await local.get(['syncBase', 'syncState']);
    if (Object.keys(kept).length > 0) await local.remove(['syncBase', 'syncState']);
  };

  const tell = async (state: Omit<SyncState, 'at'>) => {
    const { at: _at, ...before } = (await syncState.get()) ?? { at: 0 };
    if (!isSameJson(before, state)) await syncState.set({ ...state, at: now() });
  };

  /** Profiles that are here, and that this version cannot read: they are neither there nor deleted. */
  const unreadableHere = async (): Promise<string[]> => {
    const { misfits } = await stores.profiles.load();
    const { [setAsideKey]: aside } = await local.get(setAsideKey);
    const set = (Array.isArray(aside) ? aside : []).filter((one) => one?.key === 'profiles').map((one) => one.record);
    return [...misfits, ...set].map((record) => record?.id).filter((id) => typeof id === 'string');
  };

  const merge = async (): Promise<void> => {
    const there = readSyncArea(await area.get(null));
    const base = await syncBase.get();
    const inStep = new Map(base && base.round === there.round ? Object.entries(base.profiles) : []);
    const remote = new Map([...there.profiles].map(([id, profile]) => [id, sharedText(profile)]));
    const hidden = await unreadableHere();
    const planFor = (profiles: readonly Profile[]): Merge => {
      const here = new Map(profiles.map((profile) => [profile.id, sharedText(profile)]));
      const untouched = new Set([...there.unreadable, ...hidden.filter((id) => !here.has(id))]);
      return mergeProfiles({ local: here, remote, base: inStep }, untouched);
    };
    let own = await stores.profiles.get();
    let plan = planFor(own);
    if (plan.take.length + plan.drop.length > 0) {
      own = await stores.profiles.update((profiles) => {
        plan = planFor(profiles);
        return changed(profiles, plan, there.profiles);
      });
      await forgetSecrets(plan.drop);
    }
    const { items, pushed, tooLarge, noRoom } = chooseFitting(own, plan, there.sizes);
    const round = there.round ?? newRound();
    const hasNew = items.length > 0 || there.round === undefined;
    if (hasNew || plan.unpush.length > 0) {
      await waitForTurn();
      if (plan.unpush.length > 0) await area.remove(plan.unpush.map(profileKey));
      if (hasNew) await area.set({ [roundKey]: round, ...Object.fromEntries(items) });
    }
    const settled = new Map(plan.settled);
    // what did not fit is still what it was there: its deletion here must not look like news from there
    for (const id of plan.push) {
      const before = inStep.get(id);
      if (before !== undefined && remote.has(id)) settled.set(id, before);
    }
    for (const profile of pushed) settled.set(profile.id, sharedText(profile));
    for (const id of plan.take) settled.set(id, remote.get(id) ?? '');
    const next: SyncBase = { round, profiles: Object.fromEntries(settled) };
    if (!isSameJson(next, base)) await syncBase.set(next);
    await tell({ tooLarge, noRoom, unreadable: there.unreadable.length });
  };

  const waitForTurn = async () => {
    const wait = wroteAt + gap - now();
    if (wait > 0) await pause(wait);
    wroteAt = now();
  };

  /** A secret is of no use without its profile. */
  const forgetSecrets = async (ids: readonly string[]) => {
    for (const id of ids) forgotten.noteSecretOf(id);
    await forgetIds(stores.clientSecrets, ids);
    await forgetIds(stores.keptSecrets, ids);
  };

  const once = async () => {
    // what a newer version keeps in step is not for this one to merge
    if (isNewer((await local.get('schema')).schema)) return;
    const { syncProfiles } = await stores.settings.get();
    if (syncProfiles !== true) return turnOff();
    try {
      await merge();
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      await tell({ tooLarge: [], noRoom: [], unreadable: 0, problem });
    }
  };

  let isWanted = false;
  let running: Promise<void> | undefined;
  const goOn = async () => {
    while (isWanted) {
      isWanted = false;
      await once();
    }
  };
  return {
    /** Brings both sides in step. Harmless to run again; what is asked for meanwhile is done once afterwards. */
    run(): Promise<void> {
      isWanted = true;
      running ??= goOn().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function forgetIds<T>(secrets: Item<Record<string, T>>, ids: readonly string[]): Promise<void> {
  const isHeld = Object.keys(await secrets.get()).some((id) => ids.includes(id));
  if (!isHeld) return;
  await secrets.update((all) => Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id))));
}

/** The list here after a merge: changed profiles keep their places, new ones stand last, by name. */
function changed(profiles: Profile[], { take, drop }: Merge, there: ReadonlyMap<string, Profile>): Profile[] {
  const taken = new Map([...there].filter(([id]) => take.includes(id)));
  const kept = profiles.filter(({ id }) => !drop.includes(id));
  const known = new Set(kept.map(({ id }) => id));
  const added = [...taken.values()].filter(({ id }) => !known.has(id));
  return [
    ...kept.map((profile) => {
      const other = taken.get(profile.id);
      return other ? withOwnParts(other, profile) : profile;
    }),
    ...added.sort((one, other) => one.name.localeCompare(other.name)),
  ];
}
