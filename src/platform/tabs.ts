import { browser } from './browser.ts';

/** Opens an address in a new tab in front, and tells the tab's id. */
export async function openTab(url: string): Promise<number | undefined> {
  const tab = await browser.tabs.create({ url, active: true });
  return tab.id;
}

/** Brings one of our own pages to the front, in a tab that shows it already or in a new one. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
