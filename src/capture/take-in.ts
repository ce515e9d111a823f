/**
 * From an arrival to a capture: which profile it belongs to, whether it is known already, and what changes with it.
 * Longer than most files because what is one navigation and what is another is read best in one piece.
 */
import type { Answer } from '../protocol/answer.ts';
import { matchesCallback } from '../protocol/callback-match.ts';
import { findParameter } from '../protocol/jarm.ts';
import { answeredClient } from '../protocol/login-client.ts';
import { findPastState, type PastState, withPastState } from '../protocol/past-states.ts';
import type { Capture, PendingLogin, Profile } from '../protocol/records.ts';
import { matchesErrorPage, readErrorPage } from '../provider/error-page.ts';
import { type Arrival, readAnswer } from './arrival.ts';
import { captureId, captureOf } from './capture-of.ts';
import { chooseProfile, findLogin } from './choose-profile.ts';
import { type Chore, choresAfter } from './chores.ts';
import { standsInTheWay } from './interception.ts';
import type { Matched } from './matched.ts';
import { ownCallback } from './own-callback.ts';

type Sighting = { tabId: number; frameId: number; kind: string; at: number };
/** The records of one side: captures of private windows never meet the others. */
type Records = {
  captures: Capture[];
  logins: PendingLogin[];
  sightings: Record<string, Sighting>;
  chores: Chore[];
  pastStates?: PastState[];
};

type Held = Pick<Records, 'logins' | 'captures'> & { isPrivate: boolean };

/**
 * Matches an arrival with the registered callbacks and error pages; undefined for an address that is none of ours. An
 * answer that was captured already stays with its profile: the login that told it from others may have ended since.
 */
export async function matchArrival(
  arrival: Arrival,
  profiles: Profile[],
  { logins, captures, isPrivate }: Held,
): Promise<Matched | undefined> {
  const callbacks = profiles.filter((profile) => matchesCallback(profile, arrival.url));
  const isErrorPage = callbacks.length === 0;
  const candidates = isErrorPage ? profiles.filter((profile) => matchesErrorPage(profile, arrival.url)) : callbacks;
  const read = (callback: string) => (isErrorPage ? readErrorPage(arrival.url) : readAnswer(arrival, callback));
  const isInTheWay = (profile: Profile) => logins.some((login) => standsInTheWay(login, profile, arrival));
  // what is about to be intercepted is taken in when it is: until then the login, and its rule, must stay
  if (arrival.kind === 'before' && candidates.some(isInTheWay)) return undefined;
  const matched = async (profile: Profile, answer: Answer, isAmbiguous: boolean): Promise<Matched> => ({
    profile,
    isAmbiguous,
    answer,
    arrival,
    isPrivate,
    isErrorPage,
    isIntercepted: (arrival.kind === 'request' || arrival.kind === 'blocked') && isInTheWay(profile),
    id: await captureId(profile.id, answer, arrival.refused, isPrivate),
  });
  const isOfLogin = isErrorPage && findLogin(logins, undefined, arrival) !== undefined;
  for (const profile of isOfLogin ? [] : candidates) {
    for (const callback of callbacksOf(profile, captures)) {
      const answer = read(callback);
      const match = answer && (await matched(profile, answer, false));
      if (match && captures.some((capture) => isSameAnswer(capture, match.id))) return match;
    }
  }
  const pairs = read('')?.pairs ?? [];
  const choice = chooseProfile(candidates, arrival, pairs, logins);
  const answer = choice && read(callbackOf(choice.profile, { logins, pairs, arrival }));
  return choice && answer && matched(choice.profile, answer, choice.isAmbiguous);
}

/** Where the login of an answer was sent to end: its own query is no part of the answer. */
function callbackOf(
  profile: Profile,
  { logins, pairs, arrival }: { logins: PendingLogin[]; pairs: Answer['pairs']; arrival: Arrival },
): string {
  const login = findLogin(ownLogins(logins, profile), findParameter(pairs, 'state'), arrival);
  return ownCallback(profile, login, arrival.url);
}

/** The callbacks that answers to a profile were read with: the registered one, and those that its logins sent. */
function callbacksOf({ id, callback }: Profile, captures: Capture[]): Set<string> {
  const sent = captures.flatMap(({ profileId, request }) => (profileId === id && request ? [request.redirectUri] : []));
  return new Set([callback, ...sent]);
}

/**
 * Adds a matched arrival to the records. The same answer is one capture: another report of the same navigation changes
 * nothing but the sighting, a later navigation is added to `replays`. Taking in the same arrival twice is harmless.
 */
export function takeIn(records: Records, matched: Matched): Records {
  const { id: answerId, arrival } = matched;
  const sighting: Sighting = { tabId: arrival.tabId, frameId: arrival.frameId, kind: arrival.kind, at: arrival.at };
  const known = records.captures.find((capture) => isSameAnswer(capture, answerId));
  const last = known && records.sightings[known.id];
  if (last && last.at >= sighting.at) return records;
  const isNew = last !== undefined && isNewNavigation(last, sighting);
  if (!known || (isNew && isAnotherFailure(matched, records.logins))) {
    const same = records.captures.filter(({ id }) => id.startsWith(answerId)).length;
    return addCapture(records, { ...matched, id: same === 0 ? answerId : `${answerId}.${same}` }, sighting);
  }
  const sightings = { ...records.sightings, [known.id]: sighting };
  if (!isNew) return { ...records, sightings };
  const replayed = { ...known, replays: [...known.replays, { at: Math.round(arrival.at) }] };
  return {
    ...records,
    sightings,
    captures: records.captures.map((capture) => (capture === known ? replayed : capture)),
    chores: [...records.chores, ...choresAfter({ ...matched, id: known.id })],
  };
}

function isSameAnswer({ id }: Capture, answerId: string): boolean {
  return id === answerId || id.startsWith(`${answerId}.`);
}

/** An error page carries nothing of its login: the same words after another sign-in here are another failure. */
function isAnotherFailure({ isErrorPage, arrival, profile }: Matched, logins: PendingLogin[]): boolean {
  return isErrorPage && findLogin(ownLogins(logins, profile), undefined, arrival) !== undefined;
}

function ownLogins(logins: PendingLogin[], profile: Profile): PendingLogin[] {
  return logins.filter((login) => login.profileId === profile.id);
}

/**
 * In milliseconds: Firefox gives up a navigation and starts it anew in another process some 10 to 60 ms later. The
 * abortion between is not always reported: the event page may just be starting.
 */
const restart = 1000;
/** In milliseconds: the browser's own page about a failure is committed right after it. */
const errorPage = 5000;

/**
 * One navigation is reported as before → request → committed, before → request → error, or (Firefox) before → aborted →
 * before → request → aborted → committed, each part missing where it is not watched; a page that moves on at once adds an
 * abortion after the commit. Another tab or frame, a second start, a second commit or a change of the fragment alone is
 * another navigation.
 */
function isNewNavigation(last: Sighting, next: Sighting): boolean {
  if (last.tabId !== next.tabId || last.frameId !== next.frameId) return true;
  if (next.kind === 'error' || next.kind === 'aborted' || next.kind === 'blocked') return false;
  const isUnderWay = last.kind === 'aborted' || last.kind === 'before' || last.kind === 'request';
  if (next.kind === 'before') return !(isUnderWay && next.at - last.at < restart);
  if (next.kind === 'request') return !(last.kind === 'before' || (isUnderWay && next.at - last.at < restart));
  if (next.kind !== 'committed' || last.kind === 'committed' || last.kind === 'fragment') return true;
  return last.kind !== 'before' && last.kind !== 'request' && next.at - last.at >= errorPage;
}

function addCapture(records: Records, matched: Matched, sighting: Sighting): Records {
  const { id, profile, answer, arrival, isErrorPage } = matched;
  const state = isErrorPage ? undefined : findParameter(answer.pairs, 'state');
  const login = findLogin(ownLogins(records.logins, profile), state, arrival);
  const capture = { ...captureOf({ ...matched, login }), client: answeredClient(profile, login) };
  const kind = stateEvent(records, matched, { state, login, capture });
  if (kind !== undefined) capture.events.push({ at: capture.capturedAt, kind });
  // an answer with another state in the tab of a login leaves it waiting; the error page ends it
  const isEnded = isErrorPage || login?.state === state;
  const answered = (other: PendingLogin) => ({
    ...other,
    captureIds: [...other.captureIds, id],
    ended: isEnded,
  });
  return {
    ...records,
    captures: [capture, ...records.captures],
    sightings: { ...records.sightings, [id]: sighting },
    logins: records.logins.map((other) => (other === login ? answered(other) : other)),
    chores: [...records.chores, ...choresAfter(matched)],
    ...(login && isEnded && { pastStates: withPastState(records.pastStates ?? [], login, 'used', arrival.at) }),
  };
}

type Stated = { state: string | undefined; login: PendingLogin | undefined; capture: Capture };

/** What is known of a state that is not the one of the login under way: it is of one that is over, or came before. */
function stateEvent(
  { pastStates = [], captures }: Records,
  { profile: { id: profileId }, arrival, isPrivate }: Matched,
  { state, login, capture }: Stated,
): string | undefined {
  if (login?.state === state) return undefined;
  const past = findPastState(pastStates, { state, profileId, isPrivate }, arrival.at);
  if (past) return `state_${past.why}`;
  return !login && isStateKnown(captures, capture, state) ? 'state_repeated' : undefined;
}

/** Whether another answer to this profile carried the same state. The judge speaks of those to a login of ours. */
function isStateKnown(captures: Capture[], { profileId }: Capture, state: string | undefined): boolean {
  return (
    state !== undefined &&
    captures.some((other) => {
      return other.profileId === profileId && !other.startedHere && findParameter(other.params, 'state') === state;
    })
  );
}
