/** While a login is under way: notices that its tab closes or that its time is over. */
import { firstEnd } from '../actions/sign-in.ts';
import { loginLifetime, type PendingLogin } from '../protocol/records.ts';
import type { Stores } from '../store/stores.ts';
import type { LoginsBrowser } from './logins-browser.ts';
import type { createSettling } from './settle.ts';
import type { SigningIn } from './signing-in.ts';
import { tabClosed } from './silent-tabs.ts';

type Settling = Pick<ReturnType<typeof createSettling>, 'settle' | 'isIntercepting' | 'isWaiting'>;
type Parts = { settling: Settling; signingIn: Pick<SigningIn, 'giveUp' | 'silentTabs'> };

/** Must be called in the first turn. `isAwaited` says whether any login may still come back, without reading storage. */
export function followLogins(
  stores: Stores,
  { settling: { settle, isIntercepting, isWaiting }, signingIn: { giveUp, silentTabs } }: Parts,
  { now, isEventPage }: { now: () => number; isEventPage: boolean },
  browser: LoginsBrowser,
) {
  const isOpen = ({ ended, startedAt }: PendingLogin) => !ended && now() - startedAt < loginLifetime;
  const isClosed = async ({ tabId }: PendingLogin) =>
    tabId !== undefined && (await browser.isTabLoaded(tabId)) === undefined;
  /** A silent login has a watch of its own. */
  const dropClosed = async () => {
    const closed = new Set<string>();
    for (const login of await stores.logins.get()) {
      if (isOpen(login) && !login.silent && (await isClosed(login))) closed.add(login.state);
    }
    // the answer may be what closed the tab: it came before, and is taken in before the login is given up
    await settle();
    if (closed.size === 0 || (await isWaiting())) return;
    for (const { state } of (await stores.logins.get()).filter(isOpen)) {
      if (closed.has(state)) await giveUp(state, tabClosed);
    }
  };
  const look = () => {
    void dropClosed().catch(() => {});
    void silentTabs.follow().catch(() => {});
  };
  const setAlarm = browser.createAlarm('login', look);
  const setEnd = browser.createWake('loginEnd', look);
  /**
   * In the first turn it is not known yet whether a login is under way, and a closed tab may be what started a service
   * worker. An event page would from then on be started by every tab that closes: there the alarm has to do.
   */
  let stop = isEventPage ? undefined : browser.onTabClosed(look);
  /** Kept here because reading storage.session counts as work in Firefox. */
  let awaitedUntil = 0;
  return {
    isAwaited: () => now() < awaitedUntil,
    dropClosed,
    async follow(): Promise<void> {
      const logins = await stores.logins.get();
      const open = logins.filter(({ ended }) => !ended);
      awaitedUntil = Math.max(0, ...open.map(({ startedAt }) => startedAt + loginLifetime));
      setEnd(firstEnd(logins));
      // these must not wait for their time: a rule stands for them, a tab behind belongs to them
      setAlarm(isIntercepting(logins) || open.some(({ silent }) => silent));
      if (open.length > 0) stop ??= browser.onTabClosed(look);
      else {
        stop?.();
        stop = undefined;
      }
      void silentTabs.follow().catch(() => {});
    },
  };
}
