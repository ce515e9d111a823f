import { browser } from './browser.ts';

/** As many as one may visit in the time of a login, many times over. */
const most = 10_000;

/** The addresses that the history holds since a time (ms), each once; undefined while the permission is not there. */
export async function visitedSince(since: number): Promise<string[] | undefined> {
  try {
    const found = await browser.history.search({ text: '', startTime: since, maxResults: most });
    return found.flatMap(({ url }) => url ?? []);
  } catch {
    // never granted, or taken back: then Chromium leaves the API there, and it throws
    return undefined;
  }
}

/** Deletes every visit of an address. */
export async function deleteVisits(url: string): Promise<void> {
  await browser.history.deleteUrl({ url });
}
