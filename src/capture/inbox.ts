import type { Capture, PendingLogin, Profile } from '../protocol/records.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { type Matched, matchArrival, takeIn } from './take-in.ts';

const prefix = 'inbox:';

type Area = {
  keys(): Promise<string[]>;
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/**
 * Writes an answer to the inbox before anything else is awaited: a worker killed after that loses nothing. Each report
 * has a key of its own, so that no two writes can lose each other. False when it could not be kept.
 */
export async function keepArrival(event: Omit<Arrival, 'id' | 'refused'>, area: Pick<Area, 'set'>): Promise<boolean> {
  const arrival = arrivalOf(event, crypto.randomUUID());
  if (!arrival) return true;
  try {
    await area.set({ [prefix + arrival.id]: arrival });
    return true;
  } catch (error) {
    if (isQuotaError(error)) return false;
    throw error;
  }
}

/** Whether a write failed because the browser's memory for extensions is full. Both browsers say it in the message. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}

type Records = Parameters<typeof takeIn>[0];

export type InboxWorld = {
  area: Pick<Area, 'keys' | 'get' | 'remove'>;
  profiles: () => Promise<Profile[]>;
  logins: () => Promise<PendingLogin[]>;
  captures: () => Promise<Capture[]>;
  updateSession: (change: (records: Records) => Records) => Promise<unknown>;
};

/** Turns what lies in the inbox into captures, in the order of the events. Whether there was anything in it. */
export async function emptyInbox({ area, profiles, logins, captures, updateSession }: InboxWorld): Promise<boolean> {
  const keys = (await area.keys()).filter((key) => key.startsWith(prefix));
  if (keys.length === 0) return false;
  const arrivals = (Object.values(await area.get(keys)) as Arrival[]) // written by keepArrival alone
    .sort((one, other) => one.at - other.at);
  const known = await profiles();
  const held = { logins: await logins(), captures: await captures() };
  const matched: Matched[] = [];
  for (const arrival of arrivals) {
    const match = await matchArrival(arrival, known, held);
    if (match) matched.push(match);
  }
  if (matched.length > 0) await updateSession((records) => matched.reduce(takeIn, records));
  await area.remove(keys);
  return true;
}
