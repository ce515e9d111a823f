import { browser } from './browser.ts';

export type Grant = { permissions?: string[]; origins?: string[] };

type BrowserGrant = Parameters<typeof browser.permissions.request>[0];

/** The names are those of manifest.json; the polyfill's type lists only some of them. */
const typed = (grant: Grant) => grant as BrowserGrant;

export const permissions = {
  has: (grant: Grant): Promise<boolean> => browser.permissions.contains(typed(grant)),
  /** Asks the browser, which asks the person. Must be called straight from a click. */
  request: (grant: Grant): Promise<boolean> => browser.permissions.request(typed(grant)),
  onChanged(callback: () => void, signal?: AbortSignal): void {
    browser.permissions.onAdded.addListener(callback);
    browser.permissions.onRemoved.addListener(callback);
    signal?.addEventListener('abort', () => {
      browser.permissions.onAdded.removeListener(callback);
      browser.permissions.onRemoved.removeListener(callback);
    });
  },
};
