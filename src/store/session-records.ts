import * as v from 'valibot';
import type { Area } from '../platform/area.ts';
import { type PastState, pastStateSchema } from '../protocol/past-states.ts';
import { type Capture, captureSchema, cleanUps, type PendingLogin, pendingLoginSchema } from '../protocol/records.ts';
import { isQuotaError, withoutOldest } from './room.ts';
import { asideItems, fits, setAsideKey, sortRecords } from './shape.ts';

/** The last event that was seen of a capture's navigation: tells a second report from a second navigation. */
export type Sighting = v.InferOutput<typeof sightingSchema>;
const sightingSchema = v.object({ tabId: v.number(), frameId: v.number(), kind: v.string(), at: v.number() });
const sightingsSchema = v.record(v.string(), sightingSchema);

/** What is still to be done after a capture. */
export type Chore = v.InferOutput<typeof choreSchema>;
const choreSchema = v.object({
  kind: v.picklist(['show', ...cleanUps]),
  captureId: v.string(),
  tabId: v.number(),
  at: v.number(),
  url: v.exactOptional(v.string()),
});

/** What belongs to logins and their answers, and changes together. */
export type SessionRecords = {
  captures: Capture[];
  privateCaptures: Capture[];
  logins: PendingLogin[];
  sightings: Record<string, Sighting>;
  chores: Chore[];
  /** Of logins that were cancelled or answered in the last ten minutes. */
  pastStates?: PastState[];
};

const lists = { captures: captureSchema, privateCaptures: captureSchema, logins: pendingLoginSchema } as const;
const keys = [...Object.keys(lists), 'sightings', 'chores', 'pastStates', setAsideKey];

type Options = {
  /** Keys that the same write empties, to be removed afterwards: a value must not lie in memory twice. */
  emptied?: string[];
  /** Told how many of the oldest captures went to make room. */
  onEvicted?: ((count: number) => Promise<unknown>) | undefined;
};

export async function readSession(area: Area): Promise<SessionRecords> {
  return recordsIn(await area.get(keys)).records;
}

/** The chores alone: a long list of captures takes its time. */
export async function readChores(area: Area): Promise<Chore[]> {
  return sortRecords((await area.get('chores')).chores, choreSchema).records;
}

/**
 * Changes captures, logins and what is known of them in one write: all of it is stored, or nothing. When the memory is
 * full the oldest captures make room for new ones. Throws the browser's quota error when there is none to be made.
 */
export function updateSession(
  area: Area,
  change: (records: SessionRecords) => SessionRecords,
  { emptied = [], onEvicted }: Options = {},
): Promise<SessionRecords> {
  return area.exclusive(async () => {
    const { records: before, aside } = recordsIn(await area.get(keys));
    const after = change(before);
    if (after === before) return before;
    const empty = Object.fromEntries(emptied.map((key) => [key, null]));
    const stored = await setMakingRoom(area, before, after, { ...aside, ...empty });
    const count = sizeOf(after) - sizeOf(stored);
    if (count > 0) await onEvicted?.(count);
    return stored;
  });
}

/** Writes to the area; when the memory is full the oldest captures make room. Throws when there is none to be made. */
export async function setWithRoom(
  area: Area,
  items: Record<string, unknown>,
  onEvicted: Options['onEvicted'],
): Promise<void> {
  try {
    await area.set(items);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await area.exclusive(async () => {
      const { records, aside } = recordsIn(await area.get(keys));
      const stored = await setMakingRoom(area, records, records, { ...aside, ...items }, JSON.stringify(items).length);
      const count = sizeOf(records) - sizeOf(stored);
      if (count > 0) await onEvicted?.(count);
    });
  }
}

/** In characters: what is freed at least, so that a large memory is not written again and again. */
const step = 100_000;

async function setMakingRoom(
  area: Area,
  before: SessionRecords,
  after: SessionRecords,
  more: Record<string, unknown>,
  needed = 0,
): Promise<SessionRecords> {
  // what is new or has just changed is what the write is for
  const old = new Set([...before.captures, ...before.privateCaptures]);
  const added = [...after.captures, ...after.privateCaptures].filter((capture) => !old.has(capture));
  const kept = new Set(added.map(({ id }) => id));
  let records = after;
  let freed = Math.max(step, needed, JSON.stringify(added).length);
  for (;;) {
    try {
      await area.set({ ...records, ...more });
      return records;
    } catch (error) {
      const less = isQuotaError(error) && withoutOldest(records, freed, kept);
      if (!less) throw error;
      records = withoutUnknown(less);
      // each try writes everything, so that there must not be many
      freed *= 2;
    }
  }
}

/** What is known of captures that are gone is of no use. */
function withoutUnknown(records: SessionRecords): SessionRecords {
  const held = new Set([...records.captures, ...records.privateCaptures].map(({ id }) => id));
  return {
    ...records,
    sightings: Object.fromEntries(Object.entries(records.sightings).filter(([id]) => held.has(id))),
    chores: records.chores.filter(({ captureId }) => held.has(captureId)),
  };
}

function recordsIn(stored: Record<string, unknown>): { records: SessionRecords; aside: Record<string, unknown> } {
  const captures = sortRecords(stored.captures, lists.captures);
  const privateCaptures = sortRecords(stored.privateCaptures, lists.privateCaptures);
  const logins = sortRecords(stored.logins, lists.logins);
  const pastStates = sortRecords(stored.pastStates, pastStateSchema).records;
  const misfits = { captures: captures.misfits, privateCaptures: privateCaptures.misfits, logins: logins.misfits };
  return {
    records: {
      captures: captures.records,
      privateCaptures: privateCaptures.records,
      logins: logins.records,
      sightings: fits(sightingsSchema, stored.sightings) ? stored.sightings : {},
      chores: sortRecords(stored.chores, choreSchema).records,
      ...(pastStates.length > 0 && { pastStates }),
    },
    aside: asideItems(stored[setAsideKey], misfits),
  };
}

function sizeOf({ captures, privateCaptures }: SessionRecords): number {
  return captures.length + privateCaptures.length;
}
