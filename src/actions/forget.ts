import type { PastState } from '../protocol/past-states.ts';
import type { Capture, PendingLogin } from '../protocol/records.ts';

type Records = {
  captures: Capture[];
  privateCaptures: Capture[];
  logins: PendingLogin[];
  sightings: Record<string, unknown>;
  chores: { captureId: string }[];
  pastStates?: PastState[];
};

/** The records without these captures, and without what was kept about them. */
export function forgetCaptures<R extends Records>(records: R, ids: string[]): R {
  const gone = new Set(ids);
  const isHeld = ({ id }: Capture) => !gone.has(id);
  return {
    ...records,
    captures: records.captures.filter(isHeld),
    privateCaptures: records.privateCaptures.filter(isHeld),
    sightings: Object.fromEntries(Object.entries(records.sightings).filter(([id]) => !gone.has(id))),
    chores: records.chores.filter(({ captureId }) => !gone.has(captureId)),
  };
}

/** The records without anything of private windows: the last of them was closed. The same object when there is none. */
export function forgetPrivate<R extends Records>(records: R): R {
  const ids = records.privateCaptures.map(({ id }) => id);
  const logins = records.logins.filter(({ isPrivate }) => !isPrivate);
  const pastStates = records.pastStates?.filter(({ isPrivate }) => !isPrivate);
  const isSame = logins.length === records.logins.length && pastStates?.length === records.pastStates?.length;
  if (ids.length === 0 && isSame) return records;
  return { ...forgetCaptures(records, ids), logins, ...(pastStates && { pastStates }) };
}

/** The records with nothing in them: captures, logins under way, and what was kept about them. */
export function forgetAll<R extends Records>(records: R): R {
  return { ...records, captures: [], privateCaptures: [], logins: [], sightings: {}, chores: [], pastStates: [] };
}
