/** Tells of captures that went with the memory while the browser went on: at an update, a reload or a turning off. */
import { onStart } from '../platform/runtime.ts';
import { type Notice, withNotice } from '../store/notices.ts';
import type { Context } from './world.ts';

/** Must be called in the first turn. The answer waits for what is to be told: before that `held` must not be written anew. */
export function createLostMemory({ stores, now }: Pick<Context, 'stores' | 'now'>): () => Promise<void> {
  const startedAt = now();
  let isExpected = false;
  const tell = async () => {
    if (await stores.hasBegun.get()) return;
    const count = await stores.held.get();
    if (count > 0 && !isExpected) {
      const notice: Notice = { kind: 'session_lost', at: now(), callback: '', detail: String(count) };
      await stores.notices.update((notices) => withNotice(notices, notice));
    }
    await stores.hasBegun.set(true);
  };

  /** With the browser its memory goes as it should. That it has started may be told only a moment later. */
  onStart(async (why) => {
    if (why === 'updated') return;
    isExpected = true;
    await told;
    const isOfNow = ({ kind, at }: Notice) => kind === 'session_lost' && at >= startedAt;
    if (!(await stores.notices.get()).some(isOfNow)) return;
    await stores.notices.update((notices) => notices.filter((notice) => !isOfNow(notice)));
  });

  // what finds no room is told by the next life
  const told = tell().catch(() => {});
  return () => told;
}
