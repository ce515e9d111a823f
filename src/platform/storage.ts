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
