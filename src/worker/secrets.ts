/** Client secrets: in memory, and where the person wants it encrypted on disk. */
import type { Verbs } from './verbs.ts';
import type { Context } from './world.ts';

export function createSecrets({ stores }: Pick<Context, 'stores'>) {
  const verbs: Pick<Verbs, 'keepSecret' | 'unlockSecret' | 'forgetSecret'> = {
    keepSecret: async () => ({ ok: false as const, reason: 'Not built yet.' }),
    unlockSecret: async () => ({ ok: false as const, reason: 'Not built yet.' }),
    forgetSecret: async () => ({ ok: false as const, reason: 'Not built yet.' }),
  };
  return {
    verbs,
    /** The client secret of a profile, while it is in memory. */
    find: async (profileId: string): Promise<string | undefined> => {
      const secrets = await stores.clientSecrets.get();
      return Object.hasOwn(secrets, profileId) ? secrets[profileId] : undefined;
    },
  };
}

export type Secrets = ReturnType<typeof createSecrets>;
