/**
 * The first moments of a life: what it was started for goes before all else. To register the filters of many profiles
 * takes as long as a whole capture, and holds up whatever runs beside it.
 */

/** In milliseconds: how long a service worker waits for the event that started it. */
const grace = 50;

type Work = () => Promise<unknown>;

export function createStart(isEventPage: boolean) {
  let underWay: Promise<unknown> = Promise.resolve();
  let tell = () => {};
  const firstEvent = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let hasFollowed: Promise<unknown> = Promise.resolve();
  const isQuiet = () => underWay.catch(() => {});
  return {
    /** Takes an event in, and does the rest once the filters are narrow again. */
    takeIn(work: Work, rest: Work): void {
      underWay = work();
      tell();
      // what could not be taken in stays in the inbox until the next time
      void isQuiet()
        .then(() => hasFollowed)
        .then(rest);
    },
    /** Over when nothing is being taken in. */
    isQuiet,
    /** Narrows the filters for the first time. An event page has the right ones from its first turn on. */
    follow(narrow: Work): Promise<unknown> {
      const pause = new Promise((resolve) => setTimeout(resolve, grace));
      hasFollowed = (isEventPage ? Promise.resolve() : Promise.race([firstEvent, pause])).then(narrow);
      return hasFollowed;
    },
  };
}
