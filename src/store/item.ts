import * as v from 'valibot';
import type { Area } from '../platform/area.ts';

/** One value under one key. Updates are queued within a context and locked across contexts. */
export type Item<T> = {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  update(change: (value: T) => T): Promise<T>;
  onChanged(callback: () => void, signal?: AbortSignal): void;
};

/** What a list key holds: the records that fit their shape, and those that do not. */
export type Loaded<T> = { records: T[]; misfits: unknown[] };

/** A list of records under one key. A record that does not fit its shape is set aside, never lost. */
export type ListItem<T> = {
  get(): Promise<T[]>;
  load(): Promise<Loaded<T>>;
  update(change: (records: T[]) => T[]): Promise<T[]>;
  onChanged(callback: () => void, signal?: AbortSignal): void;
};

/** The key under which misfits are kept, in the area they were found in. */
export const setAsideKey = 'setAside';

export function item<T>(area: Area, key: string, schema: v.GenericSchema<unknown, T>, fallback: T): Item<T> {
  const get = async () => {
    const { [key]: raw } = await area.get(key);
    return fits(schema, raw) ? raw : fallback;
  };
  return {
    get,
    set: (value) => area.set({ [key]: value }),
    update: (change) =>
      exclusive(key, async () => {
        const value = change(await get());
        await area.set({ [key]: value });
        return value;
      }),
    onChanged: (callback, signal) => onKey(area, key, callback, signal),
  };
}

export function listItem<T>(area: Area, key: string, schema: v.GenericSchema<unknown, T>): ListItem<T> {
  const load = async () => {
    const { [key]: raw } = await area.get(key);
    return sort(raw, schema);
  };
  return {
    load,
    get: async () => (await load()).records,
    update: (change) =>
      exclusive(key, async () => {
        const { records, misfits } = await load();
        const changed = change(records);
        await area.set({ [key]: changed, ...(misfits.length > 0 && (await aside(area, key, misfits))) });
        return changed;
      }),
    onChanged: (callback, signal) => onKey(area, key, callback, signal),
  };
}

function fits<T>(schema: v.GenericSchema<unknown, T>, value: unknown): value is T {
  return v.is(schema, value);
}

/** Parts what fits from what does not. Records are checked, not rebuilt, so that members of a newer version stay. */
function sort<T>(raw: unknown, schema: v.GenericSchema<unknown, T>): Loaded<T> {
  if (raw === undefined) return { records: [], misfits: [] };
  if (!Array.isArray(raw)) return { records: [], misfits: [raw] };
  const loaded: Loaded<T> = { records: [], misfits: [] };
  for (const record of raw) {
    if (fits(schema, record)) loaded.records.push(record);
    else loaded.misfits.push(record);
  }
  return loaded;
}

async function aside(area: Area, key: string, misfits: unknown[]): Promise<Record<string, unknown>> {
  const { [setAsideKey]: raw } = await area.get(setAsideKey);
  const before = Array.isArray(raw) ? raw : [];
  return { [setAsideKey]: [...before, ...misfits.map((record) => ({ key, record }))] };
}

function onKey(area: Area, key: string, callback: () => void, signal?: AbortSignal): void {
  area.onChanged((keys) => keys.includes(key) && callback(), signal);
}

/** Read, change and write of one key happen in one piece, whichever of our pages or the worker asks. */
function exclusive<R>(key: string, work: () => Promise<R>): Promise<R> {
  return navigator.locks.request(`claimcheck:${key}`, work) as Promise<R>;
}
