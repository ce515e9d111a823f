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

/**
 * Whether the history knows an address, one too that its list leaves out: a link of a redirect. False while the
 * permission is not there.
 */
export async function isVisited(url: string): Promise<boolean> {
  try {
    return (await browser.history.getVisits({ url })).length > 0;
  } catch {
    return false;
  }
}

/** Deletes every visit of an address. */
export async function deleteVisits(url: string): Promise<void> {
  await browser.history.deleteUrl({ url });
}

/** Deletes the visits of an address between two times (ms), and leaves all others. Gives how many there were. */
export async function deleteVisitsBetween(url: string, from: number, to: number): Promise<number> {
  const visits = await browser.history.getVisits({ url });
  const times = visits.map(({ visitTime = 0 }) => visitTime).filter((time) => time >= from && time <= to);
  // the browser names a moment to the microsecond
  for (const time of times) await browser.history.deleteRange({ startTime: time - 0.01, endTime: time + 0.01 });
  return times.length;
}
