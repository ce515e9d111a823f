import { browser } from './browser.ts';

/**
 * Replaces the address of a page that stands at `callback` with an answer behind it by the callback alone: the entry in
 * the tab's back list changes with it, nothing is loaded. False when the page cannot be reached: it is the browser's own
 * error page, the tab is closed, or the permission is not there.
 */
export async function leaveAnswer(tabId: number, callback: string): Promise<boolean> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId },
      func: replaceAddress,
      args: [callback],
    });
    return result?.result === true;
  } catch {
    return false;
  }
}

/** Runs in the page, so it stands alone. */
function replaceAddress(callback: string): boolean {
  const wanted = new URL(callback);
  const isThere = location.origin === wanted.origin && location.pathname === wanted.pathname;
  if (!isThere) return false;
  const telling = ['access_token', 'id_token', 'refresh_token', 'code', 'error', 'response'];
  // a name may be written with escapes; Firefox lets a script of ours go through no iterator of the page
  const pairs = (location.search + location.hash).split(/[?#&]/).filter((pair) => pair.includes('='));
  const isAnswer = pairs.some((pair) => telling.some((name) => new URLSearchParams(pair).has(name)));
  if (isAnswer) history.replaceState(history.state, '', callback);
  return true;
}
