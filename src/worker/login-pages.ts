/** While a login that was started here is under way: notes the pages of its provider that its tab comes to. */
import type { ArrivalEvent } from '../capture/arrival.ts';
import { loginPageFilters, withLoginPage } from '../capture/login-pages.ts';
import { startWatching } from '../capture/watch.ts';
import type { Stores } from '../store/stores.ts';
import type { Pause } from './pause.ts';
import type { RecordingBrowser } from './recording-browser.ts';

type Context = { stores: Pick<Stores, 'logins'>; now: () => number; pause: Pick<Pause, 'isOn'> };
type Browser = Pick<RecordingBrowser, 'watchNavigation' | 'canWatchNavigation' | 'filterMemory'>;

/**
 * Must be called in the first turn. In Firefox a page is noted while the event page runs: what it was not started for it is
 * not kept going for.
 */
export function createLoginPages({ stores, now, pause }: Context, browser: Browser) {
  const note = async (event: ArrivalEvent) => {
    if (await pause.isOn()) return;
    const logins = await stores.logins.get();
    if (withLoginPage(logins, event) === logins) return;
    await stores.logins.update((current) => withLoginPage(current, event));
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
    follow: async (again = false): Promise<void> =>
      pages.follow({ logins: (await pause.isOn()) ? [] : await stores.logins.get(), now: now() }, again),
  };
}
