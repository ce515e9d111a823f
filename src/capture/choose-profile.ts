import { single } from '../protocol/answer.ts';
import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';
import { findClaim } from '../protocol/token.ts';

type Pairs = [name: string, value: string][];

/** Which profile an answer belongs to, and whether more than one could have claimed it. */
export type Choice = { profile: Profile; isAmbiguous: boolean };

/**
 * Of the profiles that end here: the one whose login sent this state, else the one whose login runs in this tab, else
 * the one whose client the answer names, else the first, said to be ambiguous.
 */
export function chooseProfile(
  candidates: Profile[],
  arrival: { tabId: number; at: number },
  pairs: Pairs,
  logins: PendingLogin[],
): Choice | undefined {
  const first = candidates[0];
  if (!first) return undefined;
  if (candidates.length === 1) return { profile: first, isAmbiguous: false };
  const login = findLogin(logins, single(pairs, 'state'), arrival);
  const named = namedClients(pairs);
  const found =
    candidates.find((profile) => profile.id === login?.profileId) ??
    candidates.find((profile) => named.has(profile.clientId));
  return { profile: found ?? first, isAmbiguous: !found };
}

/**
 * The login an answer belongs to: by its state, wherever it ended, else the one under way in the same tab. One that has
 * ended, or was started more than ten minutes before the answer came, is none.
 */
export function findLogin(
  logins: PendingLogin[],
  state: string | undefined,
  { tabId, at }: { tabId: number; at: number },
): PendingLogin | undefined {
  const open = logins.filter((login) => !login.ended && at - login.startedAt < loginLifetime);
  return open.find((login) => login.state === state) ?? open.find((login) => login.tabId === tabId);
}

function namedClients(pairs: Pairs): Set<unknown> {
  const id = single(pairs, 'id_token');
  const access = single(pairs, 'access_token');
  const client = single(pairs, 'client_id');
  return new Set([client, findClaim(id, 'aud'), findClaim(id, 'azp'), findClaim(access, 'client_id')].flat());
}
