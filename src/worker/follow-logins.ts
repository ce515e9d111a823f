/** While a login is under way whose answer is kept from the app: notices that its tab closes or that its time is over. */
import { createAlarm } from '../platform/alarms.ts';
import { onTabClosed } from '../platform/tabs.ts';
import { loginLifetime } from '../protocol/records.ts';
import type { Stores } from '../store/stores.ts';
import type { createSettling } from './settle.ts';

/** Must be called in the first turn. `isAwaited` says whether any login may still come back, without reading storage. */
export function followLogins(
  stores: Stores,
  { settle, isIntercepting }: Pick<ReturnType<typeof createSettling>, 'settle' | 'isIntercepting'>,
  { now, isEventPage }: { now: () => number; isEventPage: boolean },
) {
  const settleNow = () => void settle();
  const setAlarm = createAlarm('login', settleNow);
  /**
   * In the first turn it is not known yet whether a login is under way, and a closed tab may be what started a service
   * worker. An event page would from then on be started by every tab that closes: there the alarm has to do.
   */
  let stop = isEventPage ? undefined : onTabClosed(settleNow);
  /** Kept here because reading storage.session counts as work in Firefox. */
  let awaitedUntil = 0;
  return {
    isAwaited: () => now() < awaitedUntil,
    async follow(): Promise<void> {
      const logins = await stores.logins.get();
      const open = logins.filter(({ ended }) => !ended);
      awaitedUntil = Math.max(0, ...open.map(({ startedAt }) => startedAt + loginLifetime));
      const isUnderWay = isIntercepting(logins);
      setAlarm(isUnderWay);
      if (isUnderWay) stop ??= onTabClosed(settleNow);
      else {
        stop?.();
        stop = undefined;
      }
    },
  };
}
