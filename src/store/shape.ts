import * as v from 'valibot';

/** What a list key holds: the records that fit their shape, and those that do not. */
export type Loaded<T> = { records: T[]; misfits: unknown[] };

/** The key under which misfits are kept, in the area they were found in. */
export const setAsideKey = 'setAside';

/** Records are checked, not rebuilt, so that members written by a newer version stay. */
export function fits<T>(schema: v.GenericSchema<unknown, T>, value: unknown): value is T {
  return v.is(schema, value);
}

/** Parts the records that fit from those that do not. A value that is no list at all is one misfit. */
export function sortRecords<T>(raw: unknown, schema: v.GenericSchema<unknown, T>): Loaded<T> {
  if (raw === undefined) return { records: [], misfits: [] };
  if (!Array.isArray(raw)) return { records: [], misfits: [raw] };
  const loaded: Loaded<T> = { records: [], misfits: [] };
  for (const record of raw) {
    if (fits(schema, record)) loaded.records.push(record);
    else loaded.misfits.push(record);
  }
  return loaded;
}

/** So many records are checked in one go; a page that waits for more has its turn in between. */
export const slice = 50;

/** The same, a slice at a time. `pause` lets the page paint and answer. */
export async function sortInSlices<T>(
  raw: readonly unknown[],
  schema: v.GenericSchema<unknown, T>,
  pause: () => Promise<void>,
): Promise<Loaded<T>> {
  const loaded: Loaded<T> = { records: [], misfits: [] };
  for (let at = 0; at < raw.length; at += slice) {
    if (at > 0) await pause();
    const { records, misfits } = sortRecords(raw.slice(at, at + slice), schema);
    loaded.records.push(...records);
    loaded.misfits.push(...misfits);
  }
  return loaded;
}

/** What a write must add so that misfits found under its keys are kept: nothing when there are none. */
export function asideItems(alreadyAside: unknown, found: Record<string, unknown[]>): Record<string, unknown> {
  const added = Object.entries(found).flatMap(([key, misfits]) => misfits.map((record) => ({ key, record })));
  if (added.length === 0) return {};
  return { [setAsideKey]: [...(Array.isArray(alreadyAside) ? alreadyAside : []), ...added] };
}
