import { single } from '../protocol/answer.ts';
import { findParameter } from '../protocol/jarm.ts';
import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';
import { findClaim } from '../protocol/token.ts';
import { issuersOf } from '../provider/issuers.ts';

type Pairs = [name: string, value: string][];

/**
 * Which profile an answer belongs to, of those that could have claimed it. `isAmbiguous`: they are of several clients or
 * issuers.
 */
export type Choice = { profile: Profile; couldBe: Profile[]; isAmbiguous: boolean };

/**
 * Of the profiles that end here: the one whose login sent this state, else the one whose login runs in this tab, else
 * the one whose client and issuer the answer names, else the first, said to be ambiguous. What the answer names tells
 * profiles apart, and is never what it is checked against.
 */
export function chooseProfile(
  candidates: Profile[],
  arrival: { tabId: number; at: number },
  pairs: Pairs,
  logins: PendingLogin[],
): Choice | undefined {
  const first = candidates[0];
  if (!first) return undefined;
  if (candidates.length === 1) return { profile: first, couldBe: candidates, isAmbiguous: false };
  const own = logins.filter(({ profileId }) => candidates.some(({ id }) => id === profileId));
  const login = findLogin(own, findParameter(pairs, 'state'), arrival);
  const started = candidates.find(({ id }) => id === login?.profileId);
  if (started) return { profile: started, couldBe: [started], isAmbiguous: false };
  const couldBe = namedBy(pairs, candidates);
  const [profile = first, ...others] = couldBe;
  return { profile, couldBe, isAmbiguous: others.some((other) => !isSameClient(profile, other)) };
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

/** Those whose client the answer names, and of them those whose issuer it names; what fits none tells nothing. */
function namedBy(pairs: Pairs, candidates: Profile[]): Profile[] {
  const clients = namedClients(pairs);
  const issuers = namedIssuers(pairs);
  const narrow = (profiles: Profile[], isNamed: (profile: Profile) => boolean) => {
    const named = profiles.filter(isNamed);
    return named.length > 0 ? named : profiles;
  };
  const ofClient = narrow(candidates, ({ clientId }) => clients.has(clientId));
  return narrow(ofClient, (profile) => issuersOf(profile).some((issuer) => issuers.has(issuer)));
}

function namedClients(pairs: Pairs): Set<unknown> {
  const id = findParameter(pairs, 'id_token');
  const access = findParameter(pairs, 'access_token');
  const named = [findClaim(id, 'aud'), findClaim(id, 'azp'), findClaim(access, 'client_id')];
  return new Set([single(pairs, 'client_id'), findClaim(single(pairs, 'response'), 'aud'), ...named].flat());
}

function namedIssuers(pairs: Pairs): Set<unknown> {
  const id = findParameter(pairs, 'id_token');
  return new Set([single(pairs, 'iss'), findClaim(single(pairs, 'response'), 'iss'), findClaim(id, 'iss')]);
}

/** The same is expected of the tokens of either. */
function isSameClient(one: Profile, other: Profile): boolean {
  return one.provider === other.provider && one.issuer === other.issuer && one.clientId === other.clientId;
}
