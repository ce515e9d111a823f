/** Keeps the toolbar's badge true: on each change of what it speaks of, and at the moment when time alone changes it. */
import { badgeFor } from '../capture/badge.ts';
import { showBadge } from '../platform/badge.ts';
import { createWake } from '../platform/wake.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Context } from './world.ts';

/** Must be called in the first turn: its alarm may start the worker. The answer shows the badge anew, however often called. */
export function createBadge({ stores, now }: Pick<Context, 'stores' | 'now'>): () => Promise<void> {
  const refresh = oneAtATime(async () => {
    const [captures, privateCaptures] = [await stores.captures.get(), await stores.privateCaptures.get()];
    const [profiles, activeId] = [await stores.allProfiles.get(), await stores.activeProfile.get()];
    const { changesAt, ...badge } = badgeFor({
      captures,
      privateCaptures,
      lookedAt: await stores.lookedAt.get(),
      fresh: await stores.fresh.get(),
      profile: profiles.find(({ id }) => id === activeId) ?? profiles[0],
      now: now(),
    });
    setAlarm(changesAt);
    await showBadge(badge);
  });
  const setAlarm = createWake('badge', () => void refresh());
  return refresh;
}
