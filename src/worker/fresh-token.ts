/** "Fresh token": the shortest way to an access token that is good for a while, and onto the clipboard. */
import type { SigningIn } from './signing-in.ts';
import type { TokenCalls } from './token-calls.ts';
import type { Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

type Parts = { world: World; tokenCalls: TokenCalls; signingIn: SigningIn };

/** Must be called in the first turn: the keyboard command may start the worker. */
export function createFreshToken(_context: Context, _parts: Parts) {
  const verbs: Pick<Verbs, 'freshToken' | 'copied'> = {
    freshToken: async () => ({ ok: false as const, reason: 'Not built yet.' }),
    copied: async () => ({ ok: false as const, reason: 'Not built yet.' }),
  };
  return {
    verbs,
    /** Goes on with what was asked for, once captures or logins have changed. Harmless to run again. */
    goOn: async (): Promise<void> => {},
  };
}
