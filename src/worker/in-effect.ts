/** Which permissions have an effect yet: some begin to work only with a start of Chromium after they were granted. */
import { isFirefox } from '../platform/kind.ts';
import { permissions } from '../platform/permissions.ts';
import { sleepers } from '../protocol/needs.ts';
import type { Stores } from '../store/stores.ts';

export function createInEffect({ inEffect }: Pick<Stores, 'inEffect'>) {
  let known: string[] = [];
  const note = async () => {
    // storage.session goes with each load of the extension, so that what is not there yet is noted at its first start
    const before = await inEffect.get();
    if (before) {
      known = before;
      return;
    }
    const isHeld = async (name: string) => isFirefox() || permissions.has({ permissions: [name] });
    const held = await Promise.all(sleepers.map(isHeld));
    known = sleepers.filter((_, at) => held[at]);
    await inEffect.set(known);
  };
  const noted = note();
  return {
    has: async (name: string) => {
      await noted;
      return known.includes(name);
    },
    /** A request was seen: another extension has the browser show them. */
    seeRequests: async () => {
      await noted;
      if (known.includes('webRequest')) return;
      known = [...known, 'webRequest'];
      await inEffect.set(known);
    },
  };
}

export type InEffect = ReturnType<typeof createInEffect>;
