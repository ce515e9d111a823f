import { browser } from './browser.ts';
import { canInterceptPrivately, keepsRedirects } from './kind.ts';
import type { OpenedTab } from './tabs.ts';

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

/** The window of this kind that the person used last, as far as the browser tells; undefined when there is none. */
export async function findWindow(isPrivate: boolean): Promise<number | undefined> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const ofKind = windows.filter(({ incognito }) => incognito === isPrivate);
  return (ofKind.find(({ focused }) => focused) ?? ofKind.at(-1))?.id;
}

/** Whether the browser lets this extension see private windows. */
export function isAllowedPrivately(): Promise<boolean> {
  return browser.extension.isAllowedIncognitoAccess();
}

/** Opens an address in a new private window. */
export async function openPrivateWindow(url: string): Promise<OpenedTab> {
  const { tabs } = await browser.windows.create({ url, incognito: true });
  const tabId = tabs?.[0]?.id;
  return { ...(tabId !== undefined && { tabId }), isPrivate: true };
}
