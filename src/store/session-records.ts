import * as v from 'valibot';
import type { Area } from '../platform/area.ts';
import { type Capture, captureSchema, type PendingLogin, pendingLoginSchema } from '../protocol/records.ts';
import { asideItems, fits, setAsideKey, sortRecords } from './shape.ts';

/** The last event that was seen of a capture's navigation: tells a second report from a second navigation. */
export type Sighting = v.InferOutput<typeof sightingSchema>;
const sightingSchema = v.object({ tabId: v.number(), frameId: v.number(), kind: v.string(), at: v.number() });
const sightingsSchema = v.record(v.string(), sightingSchema);

/** What belongs to logins and their answers, and changes together. */
export type SessionRecords = { captures: Capture[]; logins: PendingLogin[]; sightings: Record<string, Sighting> };

const keys = ['captures', 'logins', 'sightings', setAsideKey];

/** Changes captures, logins and sightings in one write: all of it is stored, or nothing. */
export function updateSession(
  area: Area,
  change: (records: SessionRecords) => SessionRecords,
): Promise<SessionRecords> {
  return area.exclusive(async () => {
    const stored = await area.get(keys);
    const captures = sortRecords(stored.captures, captureSchema);
    const logins = sortRecords(stored.logins, pendingLoginSchema);
    const sightings = fits(sightingsSchema, stored.sightings) ? stored.sightings : {};
    const before: SessionRecords = { captures: captures.records, logins: logins.records, sightings };
    const after = change(before);
    if (after === before) return before;
    const aside = asideItems(stored[setAsideKey], { captures: captures.misfits, logins: logins.misfits });
    await area.set({ ...after, ...aside });
    return after;
  });
}
