import { isFormPost } from '../protocol/authorize-url.ts';
import { matchesCallback } from '../protocol/callback-match.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { type Arrival, type ArrivalEvent, arrivalOf, isArrival } from './arrival.ts';
import type { Matched } from './matched.ts';
import { matchArrival, takeIn } from './take-in.ts';

const prefix = 'inbox:';

/** Whether a key of storage.session is that of an answer which waits in the inbox. */
export function isInboxKey(key: string): boolean {
  return key.startsWith(prefix);
}

type OneSide = Parameters<typeof takeIn>[0];
type Records = OneSide & { privateCaptures: Capture[] };

export type InboxWorld = {
  area: {
    keys(): Promise<string[]>;
    get(keys: string[]): Promise<Record<string, unknown>>;
    remove(keys: string[]): Promise<void>;
  };
  /** The profiles that one of these addresses may have to do with. */
  profilesAt: (addresses: string[]) => Promise<Profile[]>;
  records: () => Promise<Records>;
  /** Changes the records and empties these keys in one write. False when there is no room for it. */
  updateSession: (change: (records: Records) => Records, emptied: string[]) => Promise<boolean>;
  /** Whether a tab is one of a private window; undefined when it is closed and was not asked about before. */
  isPrivateTab: (tabId: number) => Promise<boolean | undefined>;
  /** Whether a private window is open, or was a moment before this time (ms). */
  isPrivateWindowAt: (at: number) => Promise<boolean>;
  /** Told of an answer that was over the limit as a whole. Its size is in characters. */
  tooLarge: (callback: string, size: number | 'untold', isPrivate: boolean) => Promise<void>;
};

/** What is kept of an event before anything else is awaited, under a key of its own; undefined for no answer. */
export function inboxItem(event: ArrivalEvent): Record<string, Arrival> | undefined {
  const arrival = arrivalOf(event, crypto.randomUUID());
  return arrival && { [prefix + arrival.id]: arrival };
}

export type Emptied = 'nothing' | 'done' | 'no_room';

/** Turns what lies in the inbox into captures, in the order of the events. What is no arrival holds up none, and goes. */
export async function emptyInbox(world: InboxWorld): Promise<Emptied> {
  const keys = (await world.area.keys()).filter(isInboxKey);
  if (keys.length === 0) return 'nothing';
  const arrivals = Object.values(await world.area.get(keys))
    .filter(isArrival)
    .sort((one, other) => one.at - other.at);
  const known = await world.profilesAt(arrivals.map(({ url }) => url));
  const held = await world.records();
  const matched: Matched[] = [];
  for (const arrival of arrivals) {
    const isPrivate = await findSide(arrival, world);
    if (arrival.tooLarge !== undefined) {
      const ended = known.find((profile) => matchesCallback(profile, arrival.url));
      // Firefox tells as little of a form without fields; only where answers come as forms is it one
      const isAnswer = arrival.tooLarge !== 'untold' || (ended && isFormPost(ended));
      if (ended && isAnswer) await world.tooLarge(ended.callback, arrival.tooLarge, isPrivate);
      continue;
    }
    const match = await matchArrival(arrival, known, { ...side(held, isPrivate), isPrivate });
    if (match) matched.push(match);
  }
  if (matched.length > 0 && !(await world.updateSession((records) => matched.reduce(takeInto, records), keys))) {
    return 'no_room';
  }
  await world.area.remove(keys);
  return 'done';
}

/** Of a tab that is closed already nothing is told: with a private window about it is taken as one of it. */
async function findSide({ tabId, at }: Arrival, { isPrivateTab, isPrivateWindowAt }: InboxWorld): Promise<boolean> {
  return (await isPrivateTab(tabId)) ?? isPrivateWindowAt(at);
}

function takeInto(records: Records, matched: Matched): Records {
  const { isPrivate } = matched;
  const own = side(records, isPrivate);
  const after = takeIn(own, matched);
  if (after === own) return records;
  const others = records.logins.filter((login) => !own.logins.includes(login));
  const { captures, privateCaptures } = records;
  const lists = isPrivate
    ? { captures, privateCaptures: after.captures }
    : { captures: after.captures, privateCaptures };
  return { ...after, ...lists, logins: [...others, ...after.logins] };
}

/** The records of the private windows, or those of all others. */
function side(records: Records, isPrivate: boolean): OneSide {
  const { sightings, chores, pastStates } = records;
  return {
    captures: isPrivate ? records.privateCaptures : records.captures,
    logins: records.logins.filter((login) => (login.isPrivate ?? false) === isPrivate),
    sightings,
    chores,
    ...(pastStates && { pastStates }),
  };
}
