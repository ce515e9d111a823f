import type { Area } from './area.ts';
import { browser } from './browser.ts';

/** `getKeys` came with Chromium 130 and Firefox 143; the polyfill's type does not know it yet. */
type MaybeKeyed = { getKeys?: () => Promise<string[]> };

function browserArea(name: 'local' | 'session' | 'managed' | 'sync'): Area {
  const area = browser.storage[name];
  return {
    get: (keys) => area.get(keys),
    set: (items) => area.set(items),
    remove: (keys) => area.remove(keys),
    keys: async () => (await (area as MaybeKeyed).getKeys?.()) ?? Object.keys(await area.get(null)),
    // the DOM's type wraps the result in a promise once more than it does
    exclusive: <R>(work: () => Promise<R>) => navigator.locks.request(`claimcheck:${name}`, work) as Promise<R>,
    onChanged(callback, signal) {
      const listener = (changes: Record<string, unknown>, areaName: string) => {
        if (areaName === name) callback(Object.keys(changes));
      };
      browser.storage.onChanged.addListener(listener);
      signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
    },
  };
}

/** What a policy of the browser gives us. Where there is none, Firefox refuses to read it. */
export const managedArea: Area = managed();

function managed(): Area {
  const area = browserArea('managed');
  return { ...area, get: (keys) => area.get(keys).catch(() => ({})), keys: () => area.keys().catch(() => []) };
}

/** On disk, kept across restarts: profiles, which hold no secret. */
export const localArea = browserArea('local');
/** In memory, gone with the browser: captures, tokens, logins under way. */
export const sessionArea = browserArea('session');
/** With the browser's account, on all its devices: profiles alone, and only where the person wants it. */
export const syncArea = browserArea('sync');

/** Chromium's, of which the polyfill's type knows nothing. */
type MaybeGuarded = { setAccessLevel?: (to: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/**
 * Closes what is stored to scripts in web pages, our own among them, where the browser can; the memory is closed to them
 * from the start. The browser remembers it.
 */
export async function closeToWebPages(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.sync]) {
    await (area as MaybeGuarded).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
  }
}
