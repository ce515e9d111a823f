import { browser } from './browser.ts';
import { canInterceptPrivately } from './kind.ts';

/** The window that the calling page is in, and whether a login of it can end inside the extension. */
export async function ownWindow(): Promise<{ isPrivate: boolean; windowId?: number; canIntercept: boolean }> {
  const { id, incognito } = await browser.windows.getCurrent();
  const canIntercept = !incognito || canInterceptPrivately();
  return { isPrivate: incognito, ...(id !== undefined && { windowId: id }), canIntercept };
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
