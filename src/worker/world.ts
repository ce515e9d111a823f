/** What the parts of the worker are handed of storage, tabs and windows. */
import { answerLimit } from '../capture/arrival.ts';
import type { ArriveWorld } from '../capture/arrive.ts';
import { mayEndAt } from '../capture/may-end-at.ts';
import type { Area } from '../platform/area.ts';
import { isPrivateTab } from '../platform/tabs.ts';
import type { Capture } from '../protocol/records.ts';
import { type Notice, withNotice } from '../store/notices.ts';
import { isQuotaError } from '../store/room.ts';
import { readSession, type SessionRecords, setWithRoom, updateSession } from '../store/session-records.ts';
import type { Stores } from '../store/stores.ts';
import { createOurCalls } from './our-calls.ts';
import type { PrivateWindows } from './private-windows.ts';

export type Context = { stores: Stores; session: Area; now: () => number };

export function createWorld({ stores, session, now }: Context, privateWindows: PrivateWindows) {
  /** What concerns a private window is told in memory alone; with the memory full it is not told. */
  const tell = async (notice: Omit<Notice, 'at'>, isPrivate = false) => {
    const list = isPrivate ? stores.privateNotices : stores.notices;
    await unlessFull(list.update((notices) => withNotice(notices, { ...notice, at: now() })));
  };
  const onEvicted = async (count: number) => {
    // as long as nobody has dismissed it, it says how many went in all
    const before = Number((await stores.notices.get()).find(({ kind }) => kind === 'evicted')?.detail ?? '0');
    await tell({ kind: 'evicted', callback: '', detail: String((Number.isInteger(before) ? before : 0) + count) });
  };
  const change = (changed: (records: SessionRecords) => SessionRecords, emptied?: string[]) =>
    updateSession(session, changed, { onEvicted, ...(emptied && { emptied }) });
  const arriving: ArriveWorld = {
    area: session,
    profilesAt: (addresses) =>
      stores.allProfiles.pick((stored) => addresses.some((address) => mayEndAt(stored, address))),
    records: () => readSession(session),
    updateSession: (changed, emptied) => unlessFull(change(changed, emptied)),
    keep: (items) => unlessFull(setWithRoom(session, items, onEvicted)),
    isPrivateTab,
    isPrivateWindowAt: privateWindows.isAnyAt,
    tooLarge: async (callback, size, isPrivate) => {
      await tell({ kind: 'too_large', callback, detail: sizeWords(size) }, isPrivate);
    },
    caughtUp: async () => {
      const isWaiting = (await stores.notices.get()).some(isOfWaiting);
      if (isWaiting) await stores.notices.update((notices) => notices.filter((notice) => !isOfWaiting(notice)));
    },
    notKept: (callback, isPrivate) => tell({ kind: 'not_kept', callback }, isPrivate),
  };
  return {
    arriving,
    change,
    ...createOurCalls(),
    /** A capture by its id, of whichever kind of window. */
    findCapture: async (id: string): Promise<Capture | undefined> => {
      const { captures, privateCaptures } = await readSession(session);
      return [...captures, ...privateCaptures].find((capture) => capture.id === id);
    },
    changeCapture: (id: string, changed: (capture: Capture) => Capture) => {
      const inList = (captures: Capture[]) =>
        captures.map((capture) => (capture.id === id ? changed(capture) : capture));
      return change((records) => ({
        ...records,
        captures: inList(records.captures),
        privateCaptures: inList(records.privateCaptures),
      }));
    },
  };
}

export type World = ReturnType<typeof createWorld>;

function sizeWords(size: number | 'untold'): string {
  if (size === 'untold')
    return 'It came as a form whose fields Firefox does not tell: it does so up to 1,048,576 characters';
  return `It had ${size.toLocaleString('en')} characters; the limit is ${answerLimit.toLocaleString('en')}`;
}

function isOfWaiting({ kind, callback }: Notice): boolean {
  return kind === 'not_kept' && callback === '';
}

function unlessFull(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => {
      if (!isQuotaError(error)) throw error;
      return false;
    },
  );
}
