import { browser } from './browser.ts';

/** Whether this browser is Firefox: what follows from it is named here, once. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Whether a request of a private window can end inside: Chromium opens no page of ours there. */
export function canInterceptPrivately(): boolean {
  return isFirefox();
}
