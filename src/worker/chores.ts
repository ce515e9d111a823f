/** Does what captures leave to be done: shows them in the tab of their login, cleans up after them. */
import { type CleanUpWorld, cleanUp, findVisits } from '../actions/clean-up.ts';
import { holdsAnswer } from '../capture/holds-answer.ts';
import { leaveAnswer } from '../platform/address.ts';
import { deleteVisits, deleteVisitsBetween, isVisited, visitedSince } from '../platform/history.ts';
import { keepsOrigins, keepsRedirects } from '../platform/kind.ts';
import { closeTab, goToOwnPage, isTabLoaded, moveOn, waitForTab } from '../platform/tabs.ts';
import type { Capture } from '../protocol/records.ts';
import { type Chore, readChores, readSession, type SessionRecords } from '../store/session-records.ts';
import type { Context, World } from './world.ts';

export function createChores({ session, now }: Context, { change, findCapture, changeCapture }: World) {
  const cleaning: CleanUpWorld = {
    findCapture,
    changeCapture,
    visitedSince,
    isVisited,
    deleteVisits,
    deleteVisitsMade: async (url, from, to) => {
      if (!keepsOrigins()) return;
      while ((await deleteVisitsBetween(url, from, to)) === 0 && now() < to) await pause();
    },
    leaveAnswer,
    now,
    tabOf: async (captureId) => (await readSession(session)).sightings[captureId]?.tabId,
    holdsAnswer,
  };
  const isSame = (one: Chore) => (other: Chore) => JSON.stringify(one) === JSON.stringify(other);
  const finish = (chore: Chore) =>
    change((records) => ({ ...records, chores: records.chores.filter((other) => !isSame(chore)(other)) }));

  /** The page may still be loading, and the visit not yet be written: both are waited for, for a while. */
  const isReady = async ({ kind, captureId, tabId, url }: Chore): Promise<boolean> => {
    if (kind === 'address') return (await isTabLoaded(tabId)) !== false;
    const capture = await findCapture(captureId);
    const visits = capture && (await findVisits(capture, cleaning, url));
    return visits === undefined || (url === undefined ? visits.length > 0 : visits.includes(url));
  };
  const clean = async (chore: Chore & { kind: 'address' | 'history' }) => {
    // of an intercepted answer this browser has written nothing
    if (chore.url !== undefined && !keepsRedirects()) return void (await finish(chore));
    // the tab of a silent login is closed, and its address with it
    if (chore.kind === 'address' && (await findCapture(chore.captureId))?.silent) return void (await finish(chore));
    while (!(await isReady(chore)) && now() - chore.at < patience) await pause();
    await cleanUp(chore.captureId, chore.kind, cleaning, chore.url);
    await finish(chore);
  };

  /** The tab of a silent login has done its work: nobody has looked at it. The event says that it was closed, once. */
  const closeSilent = async ({ captures, privateCaptures, sightings }: SessionRecords) => {
    for (const { id } of [...captures, ...privateCaptures].filter(isTabOpen)) {
      const tabId = sightings[id]?.tabId;
      if (tabId !== undefined) await closeTab(tabId);
      const closed = { at: now(), kind: tabClosed };
      await changeCapture(id, (capture) => ({ ...capture, events: [...capture.events, closed] }));
    }
  };

  let cleaned: Promise<void> = Promise.resolve();
  return {
    cleanUp: (captureId: string, what: 'history' | 'address') => cleanUp(captureId, what, cleaning),
    /** Shows what was intercepted in the tab that waits for it. */
    async show(): Promise<void> {
      const records = await readSession(session);
      // with the memory full it is closed again the next time, which does no harm
      await closeSilent(records).catch(() => {});
      for (const chore of records.chores.filter(({ kind }) => kind === 'show')) {
        const isSilent = (await findCapture(chore.captureId))?.silent;
        if (isSilent) {
          await finish(chore);
          continue;
        }
        // a navigation that is still on its way to the empty page would undo ours
        await waitForTab(chore.tabId);
        // a tab that is closed has nothing to show it in
        await goToOwnPage(chore.tabId, `page.html#captures/${encodeURIComponent(chore.captureId)}`).catch(() => {});
        await finish(chore);
      }
      // an answer of which nothing could be kept leaves its tab on the empty page
      await moveOn('landing.html', 'page.html#captures').catch(() => {});
    },
    /** Cleans up, one after the other, while other work goes on. */
    clean(): void {
      // what could not be done stays in the list until the next time
      cleaned = cleaned
        .then(async () => {
          for (const chore of await readChores(session)) {
            // one that fails must not hold up the others
            if (isCleaning(chore))
              await clean(chore)
                .catch(() => finish(chore))
                .catch(() => {});
          }
        })
        .catch(() => {});
    },
  };
}

/** In milliseconds: how long after the answer a visit may be written. */
const patience = 10_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

const tabClosed = 'tab_closed';

function isTabOpen({ silent, events }: Capture): boolean {
  return silent === true && !events.some(({ kind }) => kind === tabClosed);
}

function isCleaning(chore: Chore): chore is Chore & { kind: 'address' | 'history' } {
  return chore.kind !== 'show';
}
