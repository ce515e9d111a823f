/** Mints a sample to look at, for people who have no login to watch yet. */
import type { Verbs } from './verbs.ts';

export function createSamples(): { verbs: Pick<Verbs, 'sample'> } {
  return { verbs: { sample: async () => ({ ok: false, reason: 'There is no sample yet.' }) } };
}
