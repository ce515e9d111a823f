/** Calls of the token endpoint: a code is exchanged, a refresh token used, a client gets a token for itself, one is revoked. */
import { requestClientToken } from '../actions/client-token.ts';
import { exchangeCode, findDueCaptures } from '../actions/exchange-code.ts';
import { guardedPost } from '../actions/guarded-fetch.ts';
import { type RefreshWorld, refreshTokens } from '../actions/refresh-tokens.ts';
import { revokeToken } from '../actions/revoke-token.ts';
import type { Outcome, Pasted } from '../messages.ts';
import { exclusively } from '../platform/locks.ts';
import type { Post } from '../protocol/fetched.ts';
import type { Purpose } from '../protocol/records.ts';
import { readSession } from '../store/session-records.ts';
import type { Stores } from '../store/stores.ts';
import type { Judging } from './judging.ts';
import type { Secrets } from './secrets.ts';
import { unlessFull, type Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

type Parts = {
  world: Pick<World, 'change' | 'asOurs'>;
  judging: Pick<Judging, 'judge' | 'discovered' | 'onJudged'>;
  secrets: Pick<Secrets, 'find'>;
};
/** What reaches beyond storage. `postFor`: what sends requests for one purpose. */
type Outside = Pick<RefreshWorld, 'mayReach'> &
  Partial<Pick<RefreshWorld, 'post' | 'exclusively'>> & { postFor?: (purpose: Purpose) => Post };
type OwnContext = Pick<Context, 'session' | 'now'> & { stores: Pick<Stores, 'allProfiles' | 'keptSecrets' | 'logins'> };

export function createTokenCalls(
  { stores, session, now }: OwnContext,
  { world: { change, asOurs }, judging, secrets }: Parts,
  { postFor, ...outside }: Outside,
) {
  const world: RefreshWorld = {
    post: guardedPost,
    exclusively,
    ...outside,
    // a change of what it is handed leaves the rest of the records as it is
    change: (changed) => change(changed),
    asOurs,
    now,
    profiles: stores.allProfiles.get,
    records: () => readSession(session),
    discovered: judging.discovered,
    clientSecret: secrets.find,
    isSecretKept: async (profileId) => Object.hasOwn(await stores.keptSecrets.get(), profileId),
    judge: judging.judge,
  };
  const worldFor = (purpose: Purpose): RefreshWorld => (postFor ? { ...world, post: postFor(purpose) } : world);

  const refreshes = new Map<string, Promise<Outcome>>();
  /** Who asks while a refresh is under way gets the outcome of that one. */
  const refresh = (captureId: string, options: { anyway?: boolean } = {}): Promise<Outcome> => {
    const under = refreshes.get(captureId);
    if (under) return under;
    const flight = unlessFull(refreshTokens(captureId, worldFor('refresh'), options)).finally(() =>
      refreshes.delete(captureId),
    );
    refreshes.set(captureId, flight);
    return flight;
  };

  const exchanges = new Map<string, Promise<unknown>>();
  const exchange = (captureId: string): Promise<unknown> => {
    const under = exchanges.get(captureId);
    if (under) return under;
    // with the memory full nothing is sent: the next run tries again
    const flight = unlessFull(exchangeCode(captureId, worldFor('code'))).finally(() => exchanges.delete(captureId));
    exchanges.set(captureId, flight);
    return flight;
  };
  /** Exchanges the codes of logins that were started here and passed their checks. Harmless to run again. */
  const exchangeDue = async (): Promise<void> => {
    // told of every capture that was judged: without a login none of them need be read
    if ((await stores.logins.get()).length === 0) return;
    const due = findDueCaptures(await readSession(session), now());
    await Promise.all(due.map(exchange));
  };
  const clientTokens = new Map<string, Promise<Pasted>>();
  /** Who asks for the same profile meanwhile, in the same kind of window, gets the capture of the first. */
  const clientToken = (profileId: string, isPrivate: boolean): Promise<Pasted> => {
    const name = JSON.stringify([profileId, isPrivate]);
    const under = clientTokens.get(name);
    if (under) return under;
    const flight = unlessFull(requestClientToken(profileId, worldFor('client_token'), { isPrivate })).finally(() =>
      clientTokens.delete(name),
    );
    clientTokens.set(name, flight);
    return flight;
  };

  // what fails in a way nobody foresaw is tried again the next time
  judging.onJudged(() => void exchangeDue().catch(() => {}));

  const verbs: Pick<Verbs, 'refresh' | 'clientToken' | 'revoke'> = {
    refresh: ({ captureId, anyway }) => refresh(captureId, { anyway: anyway === true }),
    clientToken: ({ profileId, isPrivate }) => clientToken(profileId, isPrivate === true),
    revoke: ({ captureId, token }) => unlessFull(revokeToken(captureId, token, worldFor('revocation'))),
  };
  return { verbs, refresh, exchangeDue };
}

export type TokenCalls = ReturnType<typeof createTokenCalls>;
