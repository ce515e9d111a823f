import { type Answer, parseAnswer, single } from '../protocol/answer.ts';
import type { Capture, PendingLogin, Profile } from '../protocol/records.ts';
import type { Arrival } from './arrival.ts';
import { captureId, captureOf } from './capture-of.ts';
import { chooseProfile, findLogin } from './choose-profile.ts';

type Sighting = { tabId: number; frameId: number; kind: string; at: number };
type Records = { captures: Capture[]; logins: PendingLogin[]; sightings: Record<string, Sighting> };

/** An arrival that ended at a registered callback, with everything that must be known before the records change. */
export type Matched = { id: string; profile: Profile; answer: Answer; arrival: Arrival; isAmbiguous: boolean };

/** Matches an arrival with the registered callbacks; undefined for an address that is none of ours. */
export async function matchArrival(
  arrival: Arrival,
  profiles: Profile[],
  logins: PendingLogin[],
): Promise<Matched | undefined> {
  const pairs = parseAnswer(arrival.url, '')?.pairs ?? [];
  const choice = chooseProfile(profiles, arrival, pairs, logins);
  const answer = choice && parseAnswer(arrival.url, choice.profile.callback);
  if (!choice || !answer) return undefined;
  return { ...choice, answer, arrival, id: await captureId(choice.profile.id, answer, arrival.refused) };
}

/**
 * Adds a matched arrival to the records. The same answer is one capture: another report of the same navigation changes
 * nothing but the sighting, a later navigation is added to `replays`. Taking in the same arrival twice is harmless.
 */
export function takeIn(records: Records, matched: Matched): Records {
  const { id, arrival } = matched;
  const sighting: Sighting = { tabId: arrival.tabId, frameId: arrival.frameId, kind: arrival.kind, at: arrival.at };
  const sightings = { ...records.sightings, [id]: sighting };
  const known = records.captures.find((capture) => capture.id === id);
  if (!known) return addCapture({ ...records, sightings }, matched);
  const last = records.sightings[id];
  if (last && last.at >= sighting.at) return records;
  if (!last || !isNewNavigation(last, sighting)) return { ...records, sightings };
  const replayed = { ...known, replays: [...known.replays, { at: Math.round(arrival.at) }] };
  return {
    ...records,
    sightings,
    captures: records.captures.map((capture) => (capture === known ? replayed : capture)),
  };
}

/** In milliseconds: Firefox gives up a navigation and starts it anew in another process some 10 to 60 ms later. */
const restart = 1000;

/**
 * One navigation is reported as before → committed, before → error, or (Firefox) before → aborted → before → error →
 * committed; a page that moves on at once adds an abortion after the commit. Another tab or frame, a second start, a
 * second commit or a change of the fragment alone is another navigation.
 */
function isNewNavigation(last: Sighting, next: Sighting): boolean {
  if (last.tabId !== next.tabId || last.frameId !== next.frameId) return true;
  if (next.kind === 'error' || next.kind === 'aborted') return false;
  if (next.kind === 'before') return !(last.kind === 'aborted' && next.at - last.at < restart);
  return next.kind !== 'committed' || last.kind === 'committed' || last.kind === 'fragment';
}

function addCapture(records: Records, { id, profile, answer, arrival, isAmbiguous }: Matched): Records {
  const own = records.logins.filter((login) => login.profileId === profile.id);
  const state = single(answer.pairs, 'state');
  const login = findLogin(own, state, arrival.tabId);
  const capture = captureOf({ id, profile, answer, arrival, login });
  if (isAmbiguous) capture.events.push({ at: capture.capturedAt, kind: 'ambiguous_profile' });
  return {
    ...records,
    captures: [capture, ...records.captures],
    logins: records.logins.map((other) => (other === login ? answered(other, id, state) : other)),
  };
}

/** A login ends with the answer that carries its state; an answer with another state in its tab leaves it waiting. */
function answered(login: PendingLogin, id: string, state: string | undefined): PendingLogin {
  return { ...login, captureIds: [...login.captureIds, id], ended: login.state === state };
}
