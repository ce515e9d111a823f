/** Calls of the token endpoint: a code is exchanged, a refresh token used, a client gets a token for itself, one is revoked. */
import type { Outcome } from '../messages.ts';
import type { Judging } from './judging.ts';
import type { Secrets } from './secrets.ts';
import type { Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

type Parts = { world: World; judging: Judging; secrets: Secrets };

export function createTokenCalls(_context: Context, _parts: Parts) {
  const refresh = async (_captureId: string, _options: { anyway?: boolean } = {}): Promise<Outcome> => {
    return { ok: false, reason: 'Not built yet.' };
  };
  const verbs: Pick<Verbs, 'refresh' | 'clientToken' | 'revoke'> = {
    refresh: ({ captureId, anyway }) => refresh(captureId, { anyway: anyway === true }),
    clientToken: async () => ({ ok: false as const, reason: 'Not built yet.' }),
    revoke: async () => ({ ok: false as const, reason: 'Not built yet.' }),
  };
  return {
    verbs,
    refresh,
    /** Exchanges the codes of logins that were started here and passed their checks. Harmless to run again. */
    exchangeDue: async (): Promise<void> => {},
  };
}

export type TokenCalls = ReturnType<typeof createTokenCalls>;
