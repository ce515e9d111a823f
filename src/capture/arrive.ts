import { matchesCallback } from '../protocol/callback-match.ts';
import type { Arrival } from './arrival.ts';
import { emptyInbox, type InboxWorld, isQuotaError, keepArrival } from './inbox.ts';

export type ArriveWorld = Omit<InboxWorld, 'area'> & {
  area: InboxWorld['area'] & Parameters<typeof keepArrival>[1];
  /** Told when the browser's memory for extensions would not take an answer. Nothing that was there is lost. */
  notKept: (callback: string) => Promise<void>;
  /** Told when everything that waited has become a capture. */
  caughtUp: () => Promise<void>;
};

/** From the browser's event to the inbox. The first thing awaited is the write. */
export async function arrive(event: Omit<Arrival, 'id' | 'refused'>, world: ArriveWorld): Promise<void> {
  if (await keepArrival(event, world.area)) return;
  const profile = (await world.profiles()).find((registered) => matchesCallback(registered, event.url));
  if (profile) await world.notKept(profile.callback);
}

/** From the inbox to captures. When the memory is full the inbox keeps what it holds until there is room. */
export async function catchUp(world: ArriveWorld): Promise<void> {
  try {
    if (await emptyInbox(world)) await world.caughtUp();
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await world.notKept('');
  }
}
