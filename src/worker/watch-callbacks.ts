/** Watches for what ends at a callback: filters for the profiles there are, and the life of an event page around them. */
import type { ArrivalEvent } from '../capture/arrival.ts';
import { arrive } from '../capture/arrive.ts';
import { anyPage, callbackFilters } from '../capture/callback-filters.ts';
import { anyRequest, requestFilters } from '../capture/request-filters.ts';
import { startWatching } from '../capture/watch.ts';
import { bridgeLives, filterMemory, isEventPage, isPageOpen } from '../platform/event-page.ts';
import { canWatchNavigation, watchNavigation } from '../platform/navigation.ts';
import { canWatchRequests, watchRequests } from '../platform/requests.ts';
import { followLogins } from './follow-logins.ts';
import { createLoginPages } from './login-pages.ts';
import { loginsBrowser } from './logins-browser.ts';
import type { Parts } from './parts.ts';
import { recordingBrowser } from './recording-browser.ts';
import { createStart } from './start.ts';

/** Must be called in the first turn. */
export function watchCallbacks({ stores, now, world, pause, inEffect, settling, signingIn, recording }: Parts) {
  const start = createStart(isEventPage);
  const onEvent = (event: ArrivalEvent) => {
    const arriving = pause.unlessOn(() => arrive(event, world.arriving));
    settling.arrives(arriving);
    start.takeIn(() => arriving.then(settling.takeIn), settling.settle);
    recording.see(event);
    loginPages.see(event);
  };
  const navigations = startWatching(watchNavigation, onEvent, {
    filtersFor: callbackFilters,
    broad: anyPage,
    isAllowed: canWatchNavigation,
    memory: filterMemory('callbackFilters'),
  });
  const onRequest = (event: ArrivalEvent) => {
    onEvent(event);
    void inEffect.seeRequests();
  };
  const requests = startWatching(watchRequests, onRequest, {
    filtersFor: requestFilters,
    broad: anyRequest,
    isAllowed: canWatchRequests,
    memory: filterMemory('requestFilters'),
  });
  const loginPages = createLoginPages({ stores, now, pause }, recordingBrowser);
  const logins = followLogins(stores, { settling, signingIn }, { now, isEventPage }, loginsBrowser);
  const onWatched = bridgeLives(
    () => navigations.isRemembered() && requests.isRemembered() && recording.isRemembered(),
    () => isPageOpen() || logins.isAwaited() || recording.isOn(),
  );
  const follow = async (again = false) => {
    await start.isQuiet();
    await recording.follow(again);
    await loginPages.follow(again);
    const profiles = await pause.watched();
    navigations.follow(profiles, again);
    requests.follow(profiles, again);
    onWatched();
  };
  return {
    logins: {
      ...logins,
      follow: async () => {
        await loginPages.follow();
        await logins.follow();
      },
    },
    /** Watches for the profiles there are now; `again`: with the permissions there are now. */
    follow,
    /** The first time, as soon as what the worker was started for is taken in. */
    followFirst: () => start.follow(follow).then(logins.follow),
  };
}
