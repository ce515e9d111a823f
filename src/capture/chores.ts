import type { CleanUp } from '../protocol/records.ts';
import type { Matched } from './matched.ts';

/** What is still to be done after a capture: to show it in the tab of its login, or to clean up. `at` in milliseconds. */
export type Chore = { kind: 'show' | CleanUp; captureId: string; tabId: number; at: number };

/** What an answer leaves to be done. An answer in a frame stands in no history and in no tab's address. */
export function choresAfter({ id, profile, answer, arrival, isErrorPage, isIntercepted }: Matched): Chore[] {
  if (arrival.frameId !== 0 || isErrorPage) return [];
  const chore = { captureId: id, tabId: arrival.tabId, at: Math.round(arrival.at) };
  if (isIntercepted) return [{ kind: 'show', ...chore }];
  const isInAddress = answer.source === 'fragment' || answer.source === 'query';
  // the address first: leaving it is a visit of its own, and the history must not keep the one before
  const order = ['address', 'history'] as const;
  return order.filter((kind) => isInAddress && profile.cleanUp?.includes(kind)).map((kind) => ({ kind, ...chore }));
}
