import { browser } from './browser.ts';
import { canInterceptPrivately, keepsRedirects } from './kind.ts';

type Own = { isPrivate: boolean; windowId?: number; canIntercept: boolean; keepsRedirects: boolean };

/** The window that the calling page is in, whether a login of it can end inside the extension, and what is left of it. */
export async function ownWindow(): Promise<Own> {
  const { id, incognito } = await browser.windows.getCurrent();
  const canIntercept = !incognito || canInterceptPrivately();
  return {
    isPrivate: incognito,
    ...(id !== undefined && { windowId: id }),
    canIntercept,
    keepsRedirects: keepsRedirects(),
  };
}

/** Whether a private window is open that this extension may see. */
export async function hasPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getAll()).some(({ incognito }) => incognito);
}

/** Calls back when a window was opened or closed. */
export function onWindows(callback: () => void): void {
  browser.windows.onCreated.addListener(() => callback());
  browser.windows.onRemoved.addListener(() => callback());
}
