/** What came of private windows goes with the last of them, also where the browser did not tell that it was closed. */
import { forgetPrivate } from '../actions/forget.ts';
import { readSession } from '../store/session-records.ts';
import type { PrivateWindows } from './private-windows.ts';
import type { Context, World } from './world.ts';

type Parts = { world: Pick<World, 'change'>; privateWindows: Pick<PrivateWindows, 'note'> };

/** Harmless to run again. */
export function createDropPrivate(
  { stores, session }: Pick<Context, 'stores' | 'session'>,
  { world, privateWindows }: Parts,
): () => Promise<void> {
  return async () => {
    const { logins, privateCaptures, pastStates = [] } = await readSession(session);
    const isAny = privateCaptures.length > 0 || [...logins, ...pastStates].some(({ isPrivate }) => isPrivate);
    if (await privateWindows.note()) return;
    if (isAny) await world.change(forgetPrivate);
    if ((await stores.privateNotices.get()).length > 0) await stores.privateNotices.update(() => []);
    if ((await stores.fresh.get())?.isPrivate) {
      await stores.fresh.update((fresh) => (fresh?.isPrivate ? undefined : fresh));
    }
  };
}
