import { browser } from './browser.ts';

/** Opens an address in a new tab in front, and tells the tab's id. */
export async function openTab(url: string): Promise<number | undefined> {
  const tab = await browser.tabs.create({ url, active: true });
  return tab.id;
}

/** Shows one of our own pages: in the tab that has that page open already, else in a new one. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const page = url.replace(/#.*$/, '');
  // without the tabs permission the browser tells the addresses of our own tabs alone
  const open = (await browser.tabs.query({})).find((tab) => tab.url?.replace(/#.*$/, '') === page);
  if (open?.id === undefined) return void (await browser.tabs.create({ url }));
  await browser.tabs.update(open.id, { url, active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
