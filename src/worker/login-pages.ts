/** While a login that was started here is under way: notes the pages of its provider that its tab comes to. */
import type { ArrivalEvent } from '../capture/arrival.ts';
import { loginPageFilters, withLoginPage } from '../capture/login-pages.ts';
import { startWatching } from '../capture/watch.ts';
import type { PendingLogin } from '../protocol/records.ts';
import type { Stores } from '../store/stores.ts';
import type { Pause } from './pause.ts';
import type { RecordingBrowser } from './recording-browser.ts';

/** In milliseconds: so long a tab's id may take until it is stored. */
const patience = 5000;

type Context = { stores: Pick<Stores, 'logins'>; now: () => number; pause: Pick<Pause, 'isOn'> };
type Browser = Pick<RecordingBrowser, 'watchNavigation' | 'canWatchNavigation' | 'filterMemory'>;

/**
 * Must be called in the first turn. In Firefox a page is noted while the event page runs: what it was not started for it is
 * not kept going for.
 */
export function createLoginPages({ stores, now, pause }: Context, browser: Browser) {
  /** Seen in a tab that no login is known to have yet: a page of a fast provider may come before the tab's id is stored. */
  const early = new Set<ArrivalEvent>();
  const note = async (event: ArrivalEvent) => {
    early.add(event);
    const [isPaused, logins] = await Promise.all([pause.isOn(), stores.logins.get()]);
    const isKnown = withLoginPage(logins, event) !== logins;
    const isEarly = !isKnown && now() - event.at < patience && isOfTabless(logins, event);
    if (isEarly && !isPaused) return;
    // whoever takes it out notes it
    if (early.delete(event) && isKnown && !isPaused) await stores.logins.update((all) => withLoginPage(all, event));
  };
  const see = (event: ArrivalEvent): void => {
    if (event.kind !== 'committed' || event.frameId !== 0) return;
    // what storage has no room for is missing in the timeline, and nowhere else
    note(event).catch(() => {});
  };
  const pages = startWatching(browser.watchNavigation, see, {
    filtersFor: loginPageFilters,
    // in a service worker the listener for any page of the first turn hands over what started it
    broad: [],
    isAllowed: browser.canWatchNavigation,
    memory: browser.filterMemory('loginPageFilters'),
  });
  return {
    see,
    /** Watches for the logins there are now; `again`: the browser has just allowed it. */
    follow: async (again = false): Promise<void> => {
      // at once: the tab is being opened
      const [isPaused, logins] = await Promise.all([pause.isOn(), stores.logins.get()]);
      pages.follow({ logins: isPaused ? [] : logins, now: now() }, again);
      for (const event of early) see(event);
    },
  };
}

/** Whether it may be a page of a login whose tab is being opened. */
function isOfTabless(logins: PendingLogin[], event: ArrivalEvent): boolean {
  const tabless = logins.filter(({ tabId }) => tabId === undefined);
  return tabless.some((login) => {
    const inTab = [{ ...login, tabId: event.tabId }];
    return withLoginPage(inTab, event) !== inTab;
  });
}
