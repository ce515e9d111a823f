import type { Capture, PendingLogin } from '../protocol/records.ts';

type Records = { captures: Capture[]; logins: PendingLogin[]; sightings: Record<string, unknown> };

/** The records without these captures, and without what was kept about them. */
export function forgetCaptures<R extends Records>(records: R, ids: string[]): R {
  const gone = new Set(ids);
  return {
    ...records,
    captures: records.captures.filter(({ id }) => !gone.has(id)),
    sightings: Object.fromEntries(Object.entries(records.sightings).filter(([id]) => !gone.has(id))),
  };
}
