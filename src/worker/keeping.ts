/** How long captures are kept: purged after expiry and on screen lock, and at once when all is to be forgotten. */
import { findDue, withoutDue } from '../actions/purge.ts';
import { onLocked } from '../platform/idle.ts';
import { createWake } from '../platform/wake.ts';
import { defaultSettings } from '../protocol/records.ts';
import { type Notice, withNotice } from '../store/notices.ts';
import { readSession } from '../store/session-records.ts';
import type { Clipboard } from './clipboard.ts';
import { createDropFresh } from './drop-fresh.ts';
import { createForgetting } from './forgetting.ts';
import type { Forgotten } from './forgotten.ts';
import { createLostMemory } from './lost-memory.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Recorder } from './recording.ts';
import type { createSettling } from './settle.ts';
import { done, type Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

type Parts = {
  forgotten: Forgotten;
  world: Pick<World, 'change'>;
  settling: Pick<ReturnType<typeof createSettling>, 'settle' | 'takeIn'>;
  clipboard: Pick<Clipboard, 'clearDue'>;
  recording: Pick<Recorder, 'forget'>;
  /** Takes off the disk all that is stored there, what a newer version wrote too. */
  emptyDisk: () => Promise<void>;
};

/** Must be called in the first turn: what it listens to may start the worker. */
export function createKeeping(
  context: Context,
  { world, forgotten, settling, clipboard, recording, emptyDisk }: Parts,
) {
  const { stores, session, now } = context;
  const forgetting = createForgetting(context, world, forgotten);
  const tellLost = createLostMemory(context);
  const dropFresh = createDropFresh(context);
  let noted: number | undefined;
  const tell = (list: typeof stores.notices, kind: Notice['kind'], count: number) =>
    list.update((notices) => withNotice(notices, { kind, at: now(), callback: '', detail: String(count) }));

  const purge = oneAtATime(async () => {
    // before the number that it speaks of is written anew
    await tellLost();
    await dropFresh();
    const { graceMinutes } = { ...defaultSettings, ...(await stores.settings.get()) };
    let records = await readSession(session);
    const when = () => ({ graceMinutes, now: now() });
    if (findDue(records, when()).ids.length > 0) records = await world.change((stored) => withoutDue(stored, when()));
    setAlarm(findDue(records, when()).next);
    const count = records.captures.length;
    if (count === (noted ?? (await stores.held.get()))) return;
    noted = count;
    await stores.held.set(count);
  });
  const setAlarm = createWake('purge', () => void purge());

  /** What is on its way would be there again afterwards. Nothing that fails before it keeps the forgetting from happening. */
  const takeInFirst = () => settling.takeIn().catch(() => {});

  onLocked(async () => {
    if ((await stores.settings.get()).purgeOnLock !== true) return;
    await takeInFirst();
    const gone = await forgetting.tokens();
    if (gone.captures > 0) await tell(stores.notices, 'locked', gone.captures);
    if (gone.privateCaptures > 0) await tell(stores.privateNotices, 'locked', gone.privateCaptures);
    await settling.settle();
  });

  /** What would be cleared in a while is cleared now: afterwards nobody would know of it. */
  const clearClipboard = async () => {
    const copied = await stores.clipboard.update((held) => held && { ...held, clearAt: now() });
    if (!copied) return;
    await clipboard.clearDue();
  };

  const verbs: Pick<Verbs, 'forgetEverything'> = {
    forgetEverything: async ({ onDisk }) => {
      await takeInFirst();
      await clearClipboard().catch(() => {});
      await recording.forget().catch(() => {});
      await forgetting.everything();
      if (onDisk) await emptyDisk();
      await settling.settle();
      return done;
    },
  };
  return {
    verbs,
    /** Lets go of what is over, and sets the alarm for the next time. Harmless to run again. */
    purge,
  };
}

export type Keeping = ReturnType<typeof createKeeping>;
