import { matchesCallback } from '../protocol/callback-match.ts';
import type { ArrivalEvent } from './arrival.ts';
import { emptyInbox, type InboxWorld, inboxItem } from './inbox.ts';

export type ArriveWorld = InboxWorld & {
  /** Writes to the inbox, at once. False when the browser's memory for extensions would not take it. */
  keep: (items: Record<string, unknown>) => Promise<boolean>;
  /** Told when the browser's memory for extensions would not take an answer. Nothing that was there is lost. */
  notKept: (callback: string, isPrivate: boolean) => Promise<void>;
  /** Told when everything that waited has become a capture. */
  caughtUp: () => Promise<void>;
};

/** From the browser's event to the inbox. The first thing awaited is the write. */
export async function arrive(event: ArrivalEvent, world: ArriveWorld): Promise<void> {
  const item = inboxItem(event);
  if (!item) return;
  const kept = world.keep(item);
  // asked in the same turn: a window that closes itself may be gone afterwards
  const isPrivate = world.isPrivateTab(event.tabId);
  if (await kept) return;
  const profile = (await world.profilesAt([event.url])).find((registered) => matchesCallback(registered, event.url));
  if (profile) await world.notKept(profile.callback, (await isPrivate) ?? (await world.isPrivateWindowAt(event.at)));
}

/** From the inbox to captures. When the memory is full the inbox keeps what it holds until there is room. */
export async function catchUp(world: ArriveWorld): Promise<void> {
  const outcome = await emptyInbox(world);
  if (outcome === 'done') await world.caughtUp();
  if (outcome === 'no_room') await world.notKept('', false);
}
