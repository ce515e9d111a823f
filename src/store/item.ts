import type * as v from 'valibot';
import type { Area } from '../platform/area.ts';
import { asideItems, fits, type Loaded, setAsideKey, slice, sortInSlices, sortRecords } from './shape.ts';

/**
 * One value under one key. Updates are queued, also across the contexts of the extension; one that finds a value of another
 * shape sets it aside.
 */
export type Item<T> = {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  update(change: (value: T) => T): Promise<T>;
  onChanged(callback: () => void, signal?: AbortSignal): void;
};

/** What a page that waits for a long list wants first: the records that `pick` finds by a look at them. */
export type Early<T> = {
  pick: (stored: unknown) => boolean;
  tell: (records: T[]) => void;
  /** Lets the page paint and answer. */
  pause: () => Promise<void>;
};

/** A list of records under one key. A record that does not fit its shape is set aside, never lost. */
export type ListItem<T> = {
  get(): Promise<T[]>;
  load(early?: Early<T>): Promise<Loaded<T>>;
  /** Of the records that may matter, as a look at what is stored tells, those that fit: it need not check all. */
  pick(mayMatter: (stored: unknown) => boolean): Promise<T[]>;
  update(change: (records: T[]) => T[]): Promise<T[]>;
  onChanged(callback: () => void, signal?: AbortSignal): void;
};

export function item<T>(area: Area, key: string, schema: v.GenericSchema<unknown, T>, fallback: T): Item<T> {
  const get = async () => {
    const { [key]: raw } = await area.get(key);
    return fits(schema, raw) ? raw : fallback;
  };
  const write = async (value: T, aside: Record<string, unknown> = {}) => {
    if (value !== undefined) return area.set({ [key]: value, ...aside });
    if (Object.keys(aside).length > 0) await area.set(aside);
    // browsers leave a key as it is that is set to undefined
    return area.remove(key);
  };
  return {
    get,
    set: (value) => write(value),
    update: (change) =>
      area.exclusive(async () => {
        const { [key]: raw, [setAsideKey]: already } = await area.get([key, setAsideKey]);
        const isFit = fits(schema, raw);
        const value = change(isFit ? raw : fallback);
        await write(value, isFit || raw === undefined ? {} : asideItems(already, { [key]: [raw] }));
        return value;
      }),
    onChanged: (callback, signal) => onKey(area, key, callback, signal),
  };
}

export function listItem<T>(area: Area, key: string, schema: v.GenericSchema<unknown, T>): ListItem<T> {
  const load = async (early?: Early<T>) => {
    const { [key]: raw } = await area.get(key);
    if (!early || !Array.isArray(raw) || raw.length <= slice) return sortRecords(raw, schema);
    early.tell(sortRecords(raw.filter(early.pick), schema).records);
    await early.pause();
    return sortInSlices(raw, schema, early.pause);
  };
  return {
    load,
    pick: async (mayMatter) => {
      const { [key]: raw } = await area.get(key);
      return Array.isArray(raw) ? sortRecords(raw.filter(mayMatter), schema).records : [];
    },
    get: async () => (await load()).records,
    update: (change) =>
      area.exclusive(async () => {
        const stored = await area.get([key, setAsideKey]);
        const { records, misfits } = sortRecords(stored[key], schema);
        const changed = change(records);
        await area.set({ [key]: changed, ...asideItems(stored[setAsideKey], { [key]: misfits }) });
        return changed;
      }),
    onChanged: (callback, signal) => onKey(area, key, callback, signal),
  };
}

function onKey(area: Area, key: string, callback: () => void, signal?: AbortSignal): void {
  area.onChanged((keys) => keys.includes(key) && callback(), signal);
}
