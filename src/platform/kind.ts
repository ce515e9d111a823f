import { browser } from './browser.ts';

/** Whether this browser is Firefox: what follows from it is named here, once. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}

/**
 * Whether an intercepted answer stays in the file of the history, measured: Chromium writes each link of a redirect,
 * shows none but the last in its list, and tells of the others to who asks for their exact address.
 */
export function keepsRedirects(): boolean {
  return !isFirefox();
}

/**
 * Whether the history notes with a visit the page it was made from, measured: Chromium keeps that address on disk, beside its
 * list and after it was deleted, until the visit goes.
 */
export function keepsOrigins(): boolean {
  return !isFirefox();
}

/** Whether the background may use the clipboard itself: a service worker (Chromium) has no document to do it from. */
export function hasOwnClipboard(): boolean {
  return isFirefox();
}

/** Whether a request of a private window can end inside: Chromium opens no page of ours there. */
export function canInterceptPrivately(): boolean {
  return isFirefox();
}
