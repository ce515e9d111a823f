/** Mints a sample to look at, for people who have no login to watch yet. */
import { mintSample } from '../actions/mint-sample.ts';
import type { Judging } from './judging.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

export function createSamples(
  { now }: Pick<Context, 'now'>,
  { world, judging }: { world: Pick<World, 'change'>; judging: Pick<Judging, 'run'> },
): { verbs: Pick<Verbs, 'sample'> } {
  return {
    verbs: {
      sample: async ({ isPrivate = false }) => {
        const side = isPrivate ? 'privateCaptures' : 'captures';
        const sample = await mintSample(now());
        const added = world.change((records) => ({ ...records, [side]: [sample, ...records[side]] }));
        const kept = await unlessFull(added.then(() => done));
        if (!kept.ok) return kept;
        void judging.run().catch(() => {});
        return { ok: true, captureId: sample.id };
      },
    },
  };
}
