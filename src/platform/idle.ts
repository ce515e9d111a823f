import { browser } from './browser.ts';
import { isFirefox } from './kind.ts';

/** Whether the browser says when the screen is locked. Firefox knows `active` and `idle` alone (its schema has no `locked`). */
export function tellsLock(): boolean {
  return !isFirefox();
}

/**
 * Calls back when the screen was locked, while the optional permission `idle` is there. Must be called in the first turn:
 * the lock may be what starts the worker.
 */
export function onLocked(callback: () => void): void {
  if (!tellsLock()) return;
  const listener = (state: string) => {
    if (state === 'locked') callback();
  };
  const listen = () => browser.idle?.onStateChanged.addListener(listener);
  listen();
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    // the types of the polyfill name only some of the permissions
    if (!(permissions as string[]).includes('idle')) return;
    browser.idle?.onStateChanged.removeListener(listener);
    listen();
  });
}
