import { matchesCallback } from '../protocol/callback-match.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { arrivalOf, readAnswer } from './arrival.ts';
import { captureId } from './capture-of.ts';

/** Whether an address of the browser's history is the one that a capture was taken from. */
export async function holdsAnswer(url: string, { id }: Pick<Capture, 'id'>, profile: Profile): Promise<boolean> {
  if (!matchesCallback(profile, url)) return false;
  const arrival = arrivalOf({ url, kind: 'committed', tabId: 0, frameId: 0, at: 0 }, '');
  const answer = arrival && readAnswer(arrival, profile.callback);
  return arrival && answer ? id === (await captureId(profile.id, answer, arrival.refused, false)) : false;
}
