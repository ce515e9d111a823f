/** What only an event page (Firefox) has and needs; a service worker (Chromium) has no localStorage and skips it all. */
import { browser } from './browser.ts';

const restartAlarm = 'start-again';

/** In milliseconds. An event page ends 30 s after the last call of the browser's API. */
const stayEvery = 500;
const safetyNet = 60_000;

/** Whether the background is an event page: a service worker has no localStorage. */
export const isEventPage = typeof localStorage !== 'undefined';

/** The filters of the last life under this name, readable in the first turn; undefined in a service worker. */
export function filterMemory(
  name: `${'callback' | 'request' | 'recording' | 'recordingRequest' | 'loginPage'}Filters`,
) {
  if (!isEventPage) return undefined;
  return {
    read: () => localStorage.getItem(name),
    write: (text: string) => localStorage.setItem(name, text),
  };
}

/**
 * Firefox wakes an event page only for filters that were there in the first turn of a start. While those of this life
 * are others, it is kept going as long as it is needed; when it ends a new one is started at once (measured: 17 to
 * 38 ms later), and an alarm is the safety net. Must be called in the first turn; the answer is called on a change.
 */
export function bridgeLives(isRemembered: () => boolean, isNeeded: () => boolean): () => void {
  if (!isEventPage) return () => {};
  let timer: ReturnType<typeof setInterval> | undefined;
  const startAgain = (when: number) => void browser.alarms.create(restartAlarm, { when });
  browser.runtime.onSuspend.addListener(() => {
    if (!isRemembered()) startAgain(Date.now());
  });
  const onChange = () => {
    clearInterval(timer);
    if (isRemembered()) return void browser.alarms.clear(restartAlarm);
    startAgain(Date.now() + safetyNet);
    // a call that reaches the browser's main process counts as work
    timer = setInterval(() => {
      if (isNeeded()) void browser.runtime.getPlatformInfo();
    }, stayEvery);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === restartAlarm) onChange();
  });
  return onChange;
}

/** Whether a person has one of our pages open: the popup, the side panel or a tab. The event page itself is a view as well. */
export function isPageOpen(): boolean {
  const pages = new Set(['/popup.html', '/panel.html', '/page.html']);
  return browser.extension.getViews().some(({ location }) => pages.has(location.pathname));
}
