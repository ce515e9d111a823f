import { browser } from './browser.ts';

/** The window that the calling page is in. */
export async function ownWindow(): Promise<{ isPrivate: boolean; windowId?: number }> {
  const { id, incognito } = await browser.windows.getCurrent();
  return { isPrivate: incognito, ...(id !== undefined && { windowId: id }) };
}

/** Whether a private window is open that this extension may see. */
export async function hasPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getAll()).some(({ incognito }) => incognito);
}

/** Calls back when a window was closed. */
export function onWindowClosed(callback: () => void): void {
  browser.windows.onRemoved.addListener(() => callback());
}
