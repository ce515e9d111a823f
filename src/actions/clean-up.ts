import { answerAddresses } from '../protocol/answer-addresses.ts';
import type { Capture, CleanUp } from '../protocol/records.ts';

/** What cleaning up needs of the world. Times in milliseconds. */
export type CleanUpWorld = {
  findCapture: (id: string) => Promise<Capture | undefined>;
  changeCapture: (id: string, change: (capture: Capture) => Capture) => Promise<unknown>;
  /** The addresses of the browser's history since a time. Undefined when the browser does not let us look. */
  visitedSince: (since: number) => Promise<string[] | undefined>;
  /** Whether the history knows an address, one that its list leaves out too. */
  isVisited: (url: string) => Promise<boolean>;
  deleteVisits: (url: string) => Promise<void>;
  /**
   * Deletes the visits of an address between two times, where the browser notes with each the page it was made from. One may
   * still be written: it is waited for until the second time.
   */
  deleteVisitsMade: (url: string, from: number, to: number) => Promise<void>;
  /** Whether an address holds the answer of a capture. */
  holdsAnswer: (url: string, capture: Capture) => Promise<boolean>;
  /** The tab in which an answer ended last. */
  tabOf: (captureId: string) => Promise<number | undefined>;
  /** Takes the answer out of the address of a tab that is still there. False when the page cannot be reached. */
  leaveAnswer: (tabId: number, callback: string) => Promise<boolean>;
  now: () => number;
};

type Outcome = { ok: true } | { ok: false; reason: string };

/** How long an address may take to be changed, and how long afterwards its visit may be written. */
const leaving = 10_000;
const written = 2_000;

/** An answer may be older than its visit: the login page of a slow network. */
const before = 60_000;

/**
 * Deletes the answer of a capture where the browser keeps it beside our memory, and notes in the capture what came of
 * it. `url`: the exact address of the answer, where it is still known.
 */
export async function cleanUp(captureId: string, what: CleanUp, world: CleanUpWorld, url?: string): Promise<Outcome> {
  const capture = await world.findCapture(captureId);
  if (!capture) return { ok: false, reason: 'This capture is not there any more.' };
  const kind = await cleaners[what](capture, world, url);
  if (kind === undefined) return { ok: false, reason: refusals[what] };
  const event = { at: world.now(), kind };
  await world.changeCapture(captureId, (current) => ({ ...current, events: [...current.events, event] }));
  return { ok: true };
}

/** The addresses of the history that hold the answer of a capture; undefined when the browser does not let us look. */
export async function findVisits(
  capture: Capture,
  { visitedSince, isVisited, holdsAnswer }: Pick<CleanUpWorld, 'visitedSince' | 'isVisited' | 'holdsAnswer'>,
  url?: string,
): Promise<string[] | undefined> {
  const visited = await visitedSince(capture.capturedAt - before);
  if (visited === undefined) return undefined;
  const isOurs = await Promise.all(visited.map((url) => holdsAnswer(url, capture)));
  const listed = visited.filter((_, index) => isOurs[index]);
  if (!capture.intercepted) return listed;
  // as a link of a redirect it stands in no list, and is found by its exact address alone
  const possible = url === undefined ? answerAddresses(capture) : [url];
  const isThere = await Promise.all(possible.map(isVisited));
  return [...new Set([...listed, ...possible.filter((_, index) => isThere[index])])];
}

const refusals: Record<CleanUp, string> = {
  history: 'The browser does not let Claimcheck change the history. Allow it, then try again.',
  address: 'The browser does not let Claimcheck change the address of a tab. Allow it, then try again.',
};

type Cleaner = (capture: Capture, world: CleanUpWorld, url?: string) => Promise<string | undefined>;

const cleaners: Record<CleanUp, Cleaner> = {
  async history(capture, world, url) {
    const visits = await findVisits(capture, world, url);
    for (const url of visits ?? []) await world.deleteVisits(url);
    // what took the place of the answer in the tab's address was a visit made from the answer
    for (const { at } of visits ? capture.events.filter(({ kind }) => kind === 'address_cleaned') : []) {
      await world.deleteVisitsMade(capture.callback, at - leaving, at + written);
    }
    return visits && (visits.length > 0 ? 'history_deleted' : 'history_not_found');
  },
  async address(capture, { tabOf, leaveAnswer, deleteVisitsMade, now }) {
    const tabId = await tabOf(capture.id);
    const from = now();
    const hasLeft = tabId !== undefined && (await leaveAnswer(tabId, capture.callback));
    // whoever has deleted the answer already wants it nowhere
    const isDeleted = capture.events.some(({ kind }) => kind === 'history_deleted');
    // the permission may have been given back since
    if (hasLeft && isDeleted) await deleteVisitsMade(capture.callback, from, now() + written).catch(() => {});
    return hasLeft ? 'address_cleaned' : 'address_not_cleaned';
  },
};
