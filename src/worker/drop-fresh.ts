/** What "Fresh token" came to goes with its capture: of a token that is gone there is nothing to copy and nothing to say. */
import type { Fresh } from '../protocol/records.ts';
import type { Context } from './world.ts';

/** Harmless to run again. */
export function createDropFresh({ stores }: Pick<Context, 'stores'>): () => Promise<void> {
  return async () => {
    // read before the captures: a token that comes meanwhile is there already when it is said to be ready
    const fresh = await stores.fresh.get();
    if (!fresh || !isThere(fresh)) return;
    const captures = await (fresh.isPrivate ? stores.privateCaptures : stores.captures).get();
    if (captures.some(({ id }) => id === fresh.captureId)) return;
    const isSame = (current: Fresh | undefined) => current?.askedAt === fresh.askedAt && isThere(current);
    await stores.fresh.update((current) => (isSame(current) ? undefined : current));
  };
}

function isThere({ step }: Fresh): boolean {
  return step === 'ready' || step === 'copied';
}
