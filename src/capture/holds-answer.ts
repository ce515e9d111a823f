import { matchesCallback } from '../protocol/callback-match.ts';
import type { Capture } from '../protocol/records.ts';
import { arrivalOf, readAnswer } from './arrival.ts';
import { captureId } from './capture-of.ts';

/** Whether an address of the browser's history is the one that a capture was taken from. */
export async function holdsAnswer(url: string, { id, profileId, callback }: Capture): Promise<boolean> {
  // the callback of the capture: that of its profile may have been edited since
  if (!matchesCallback({ callback }, url)) return false;
  const arrival = arrivalOf({ url, kind: 'committed', tabId: 0, frameId: 0, at: 0 }, '');
  const answer = arrival && readAnswer(arrival, callback);
  return arrival && answer ? id === (await captureId(profileId, answer, arrival.refused, false)) : false;
}
