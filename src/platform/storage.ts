import type { Area } from './area.ts';
import { browser } from './browser.ts';

function browserArea(name: 'local' | 'session'): Area {
  const area = browser.storage[name];
  return {
    name,
    get: (keys) => area.get(keys),
    set: (items) => area.set(items),
    remove: (keys) => area.remove(keys),
    onChanged(callback, signal) {
      const listener = (changes: Record<string, unknown>, areaName: string) => {
        if (areaName === name) callback(Object.keys(changes));
      };
      browser.storage.onChanged.addListener(listener);
      signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
    },
  };
}

/** On disk, kept across restarts: profiles, which hold no secret. */
export const localArea = browserArea('local');
/** In memory, gone with the browser: captures, tokens, logins under way. */
export const sessionArea = browserArea('session');
