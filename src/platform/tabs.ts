import { browser } from './browser.ts';

export type OpenedTab = { tabId?: number; isPrivate: boolean };

/** Where a tab is opened: in this window, where one is named; in front, or behind what the person sees. */
export type Place = { windowId?: number; isBehind?: boolean };

/** Opens an address in a new tab. */
export async function openTab(url: string, { windowId, isBehind = false }: Place = {}): Promise<OpenedTab> {
  const tab = await browser.tabs.create({ url, active: !isBehind, ...(windowId !== undefined && { windowId }) });
  return { ...(tab.id !== undefined && { tabId: tab.id }), isPrivate: tab.incognito };
}

/** In milliseconds: how often is looked whether a tab stands still, and for how long. */
const look = 20;
const patience = 2000;

/**
 * Opens an empty tab. It is loaded when this is over: Chromium drops a navigation that begins while the empty
 * page of a new tab is still on its way. `open` gives the tab.
 */
export async function openEmptyTab(open: (url: string) => Promise<OpenedTab>): Promise<OpenedTab> {
  const opened = await open('about:blank');
  if (opened.tabId !== undefined) await waitForTab(opened.tabId);
  return opened;
}

/** Waits until a tab stands still: has loaded what it was loading, or is closed. Not for ever. */
export async function waitForTab(tabId: number): Promise<void> {
  for (let waited = 0; waited < patience && (await isTabLoaded(tabId)) === false; waited += look) {
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}

/** Closes a tab, unless it is closed already. */
export async function closeTab(tabId: number): Promise<void> {
  try {
    await browser.tabs.remove(tabId);
  } catch {
    // closed already, or no tab at all
  }
}

/** Brings a tab that is open to the front. */
export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

/** Sends a tab that is open to an address. */
export async function goTo(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** Sends a tab that is open to one of our own pages. */
export function goToOwnPage(tabId: number, path: string): Promise<void> {
  return goTo(tabId, browser.runtime.getURL(path));
}

/** The tabs that stand at one of our own pages, whatever its fragment. */
async function tabsAt(path: string) {
  const page = browser.runtime.getURL(path);
  // without the tabs permission the browser tells the addresses of our own tabs alone
  return (await browser.tabs.query({})).filter((tab) => tab.url?.replace(/#.*$/, '') === page);
}

/** Sends tabs that stand at one of our own pages to another, unless they are on their way somewhere. */
export async function moveOn(from: string, to: string): Promise<void> {
  for (const { id, pendingUrl } of await tabsAt(from)) {
    if (id !== undefined && pendingUrl === undefined) await goToOwnPage(id, to);
  }
}

/** Shows one of our own pages: in the tab that has that page open already, else in a new one. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await tabsAt(path.replace(/#.*$/, ''));
  if (open?.id === undefined) return void (await browser.tabs.create({ url }));
  await browser.tabs.update(open.id, { url, active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/** Whether a tab has loaded its page; undefined when it is closed. */
export async function isTabLoaded(tabId: number): Promise<boolean | undefined> {
  const tab = await findTab(tabId);
  return tab && tab.status === 'complete';
}

/** A tab that is open. An id that is none makes Chromium throw at once: that too is a tab that is not there. */
async function findTab(tabId: number) {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return undefined;
  }
}

const asked = new Map<number, Promise<boolean | undefined>>();

/**
 * Whether a tab is one of a private window; undefined when it is closed. A tab never changes sides, so one that was
 * asked about while it was open is known afterwards.
 */
export function isPrivateTab(tabId: number): Promise<boolean | undefined> {
  const before = asked.get(tabId);
  if (before) return before;
  const answer = findTab(tabId).then((tab) => {
    if (!tab) asked.delete(tabId);
    return tab?.incognito;
  });
  asked.set(tabId, answer);
  return answer;
}

/** Calls back with the id of each tab that closes. The answer stops it. */
export function onTabClosed(callback: (tabId: number) => void): () => void {
  const listener = (tabId: number) => callback(tabId);
  browser.tabs.onRemoved.addListener(listener);
  return () => browser.tabs.onRemoved.removeListener(listener);
}
