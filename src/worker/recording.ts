/**
 * Watches one login of the user's own app, so that a profile can be made from it. What is shown lies in the item
 * `recording`, on disk; the sign-ins under way, which belong to tabs, lie in memory.
 */
import * as v from 'valibot';
import type { ArrivalEvent } from '../capture/arrival.ts';
import { afterEvent, expectedAt, findState, type SignInSeen } from '../capture/recording.ts';
import { type Expected, nothingExpected, recordingFilters, recordingRequests } from '../capture/recording-filters.ts';
import { startWatching } from '../capture/watch.ts';
import type { Outcome } from '../messages.ts';
import type { Needs } from '../protocol/needs.ts';
import { findSite, isRecording, recordingSurplus, withoutRecording } from '../protocol/recording.ts';
import type { Recording } from '../protocol/records.ts';
import { item } from '../store/item.ts';
import { isNewer, NewerStorage } from '../store/newer-storage.ts';
import type { PrivateWindows } from './private-windows.ts';
import type { RecordingBrowser } from './recording-browser.ts';
import { done, type Verbs } from './verbs.ts';
import type { Context } from './world.ts';

/** In milliseconds: how long what was recorded is kept once it has ended. */
const keptFor = 3_600_000;

type Parts = { privateWindows: Pick<PrivateWindows, 'isAnyAt'>; browser: RecordingBrowser };

const signInsSchema: v.GenericSchema<unknown, SignInSeen[]> = v.array(v.object({ url: v.string(), tabId: v.number() }));

/** Must be called in the first turn: what it listens to may start an event page. */
export function createRecording({ stores, session, now }: Context, { privateWindows, browser }: Parts) {
  const signIns = item(session, 'recordedSignIns', signInsSchema, []);
  // until it has been read whether there is a recording, an event may be one of it
  let isOn: boolean | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const afterwards = <R>(work: () => Promise<R>): Promise<R> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };

  const see = (event: ArrivalEvent): void => {
    if (isOn === false || event.frameId !== 0) return;
    // asked in the same turn: a window that closes itself may be gone afterwards
    const isPrivate = browser.isPrivateTab(event.tabId);
    const logins = stores.logins.get();
    const seen = afterwards(async () => {
      const recording = await stores.recording.get();
      if (!isRecording(recording, now())) return;
      const state = findState(event);
      if ((await logins).some((login) => login.state === state)) return;
      if ((await isPrivate) ?? (await privateWindows.isAnyAt(event.at))) return;
      const before = { recording, signIns: await signIns.get() };
      const after = afterEvent(before, event);
      if (after === before) return;
      await signIns.set(after.signIns);
      await keep(after.recording);
    });
    // what storage has no room for was not seen, as the page then shows
    seen.catch(() => {});
  };
  const navigations = startWatching(browser.watchNavigation, see, {
    filtersFor: recordingFilters,
    // in a service worker the listener for any page of the first turn hands over what started it
    broad: [],
    isAllowed: browser.canWatchNavigation,
    memory: browser.filterMemory('recordingFilters'),
  });
  const requests = startWatching(browser.watchRequests, see, {
    filtersFor: recordingRequests,
    broad: [],
    isAllowed: browser.canWatchRequests,
    memory: browser.filterMemory('recordingRequestFilters'),
  });
  const setAlarm = browser.createAlarm('recording', () => void follow());
  const setWake = browser.createWake('recordingKept', () => void follow());

  const expected = async ({ sites }: Recording): Promise<Expected> => ({
    isOn: true,
    sites,
    callbacks: (await signIns.get()).map(expectedAt).filter((profile) => profile !== undefined),
  });
  /** Watches for what is recorded and nothing else. What has taken too long is ended, and goes when nobody used it. */
  const watch = async (again = false): Promise<void> => {
    const [stored, version] = await Promise.all([stores.recording.get(), stores.schema.get()]);
    // what a newer version was watching is its own, and nothing of it can be written
    const recording = isNewer(version) ? undefined : stored;
    isOn = isRecording(recording, now());
    const wanted = recording && isOn ? await expected(recording) : nothingExpected;
    navigations.follow(wanted, again);
    requests.follow(wanted, again);
    setAlarm(isOn);
    const goesAt = recording?.endedAt === undefined ? undefined : recording.endedAt + keptFor;
    const isOver = goesAt !== undefined && goesAt <= now();
    setWake(isOver ? undefined : goesAt);
    if (isOver) return stores.recording.set(undefined);
    if (recording && !isOn && recording.endedAt === undefined) await keep({ ...recording, endedAt: now() });
    // the worker may have ended in between, or the browser not have taken it
    if (recording?.endedAt !== undefined && !recording.isGivenBack) await giveBack(recording);
  };
  /**
   * The permissions that a recording asked for are given back as it ends, and once: those for a profile that is about to
   * be saved look the same.
   */
  const giveBack = async (recording: Recording) => {
    const given = recordingSurplus(recording, await browser.granted(), await stores.allProfiles.whole());
    const isNothing = given.permissions.length + given.origins.length === 0;
    if (isNothing || (await browser.giveBack(given))) await stores.recording.set({ ...recording, isGivenBack: true });
  };
  /** Stores how far the recording is. */
  const keep = async (recording: Recording) => {
    if (recording.endedAt !== undefined) await signIns.set([]);
    await stores.recording.set(recording);
    await watch();
  };
  const follow = (again = false) => afterwards(() => watch(again));

  const start = async (sites: string[]): Promise<Outcome> => {
    if (sites.some((site) => findSite(site.slice(0, -1)) !== site)) {
      return { ok: false, reason: 'A site is named by its host alone. Enter it as in https://login.example.com.' };
    }
    if (!browser.canWatchNavigation()) {
      return { ok: false, reason: 'The browser does not tell Claimcheck of logins yet. Allow it, then watch again.' };
    }
    if (isNewer(await stores.schema.get())) return { ok: false, reason: new NewerStorage().message };
    await signIns.set([]);
    await keep({ startedAt: now(), sites });
    return done;
  };
  const forget = async (): Promise<Outcome> => {
    const recording = await stores.recording.get();
    if (recording && recording.endedAt === undefined) await keep({ ...recording, endedAt: now() });
    await stores.recording.set(undefined);
    await session.remove('recordedSignIns');
    setWake(undefined);
    return done;
  };
  const verbs: Pick<Verbs, 'record' | 'endRecording'> = {
    record: ({ sites }) => afterwards(() => start([...new Set(sites)])),
    endRecording: () => afterwards(forget),
  };
  return {
    verbs,
    /** Ends what is being recorded, and forgets it and what was recorded before. */
    forget: (): Promise<unknown> => afterwards(forget),
    /** Takes note of an event that another listener was told of: in a service worker the one of the first turn. */
    see,
    follow,
    /** Whether a login is being watched for, without reading storage. */
    isOn: () => isOn === true,
    /** Whether the browser will start an event page for just what is watched. */
    isRemembered: () => navigations.isRemembered() && requests.isRemembered(),
    /** Of what may be given back, what no recording under way needs. */
    spared: async (surplus: Needs): Promise<Needs> => {
      const recording = await stores.recording.get();
      return isRecording(recording, now()) ? withoutRecording(surplus, recording) : surplus;
    },
  };
}

export type Recorder = ReturnType<typeof createRecording>;
