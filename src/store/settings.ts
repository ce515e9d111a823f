import * as v from 'valibot';
import type { Area } from '../platform/area.ts';
import { type Settings, settingsSchema } from '../protocol/records.ts';
import { type Item, item } from './item.ts';
import { asideItems, fits, setAsideKey } from './shape.ts';

const key = 'settings';
type Stored = Record<string, unknown>;

/**
 * The settings, read member by member: one that does not fit stands as if it were missing, and the others count. A write
 * keeps what this version does not understand.
 */
export function settingsItem(area: Area): Item<Partial<Settings>> {
  const raw = item<unknown>(area, key, v.unknown(), undefined);
  const update = (change: (settings: Partial<Settings>) => Partial<Settings>) =>
    area.exclusive(async () => {
      const stored = await area.get([key, setAsideKey]);
      const [known, others] = sortMembers(stored[key]);
      const changed = change(known);
      const misfits = stored[key] === undefined || isObject(stored[key]) ? [] : [stored[key]];
      await area.set({ [key]: { ...others, ...changed }, ...asideItems(stored[setAsideKey], { [key]: misfits }) });
      return changed;
    });
  return {
    get: async () => sortMembers(await raw.get())[0],
    set: async (settings) => void (await update(() => settings)),
    update,
    onChanged: raw.onChanged,
  };
}

/** The members that fit, and all others. */
function sortMembers(stored: unknown): [known: Partial<Settings>, others: Stored] {
  const [known, others]: [Stored, Stored] = [{}, {}];
  for (const [name, value] of Object.entries(isObject(stored) ? stored : {})) {
    const isKnown = Object.hasOwn(settingsSchema.entries, name) && fits(settingsSchema, { [name]: value });
    (isKnown ? known : others)[name] = value;
  }
  // each member fits, and none has to be there
  return [known as Partial<Settings>, others];
}

function isObject(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
