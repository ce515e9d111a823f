import type { CleanUp } from '../protocol/records.ts';
import type { Matched } from './matched.ts';

/**
 * What is still to be done after a capture: to show it in the tab of its login, or to clean up. `at` in milliseconds.
 * `url`: the exact address of an intercepted answer, by which alone the browser finds it among its redirects.
 */
export type Chore = { kind: 'show' | CleanUp; captureId: string; tabId: number; at: number; url?: string };

/** What an answer leaves to be done. An answer in a frame stands in no history and in no tab's address, one of a private window in no history. */
export function choresAfter(matched: Matched): Chore[] {
  const { id, profile, answer, arrival, isPrivate, isErrorPage, isIntercepted } = matched;
  if (arrival.frameId !== 0 || isErrorPage) return [];
  const chore = { captureId: id, tabId: arrival.tabId, at: Math.round(arrival.at) };
  const isInAddress = answer.source === 'fragment' || answer.source === 'query';
  const isWanted = (kind: CleanUp) => isInAddress && profile.cleanUp?.includes(kind);
  if (isIntercepted) {
    const show: Chore = { kind: 'show', ...chore };
    return !isPrivate && isWanted('history') ? [show, { kind: 'history', ...chore, url: arrival.url }] : [show];
  }
  // the address first: leaving it is a visit of its own, and the history must not keep the one before
  const order = isPrivate ? (['address'] as const) : (['address', 'history'] as const);
  return order.filter(isWanted).map((kind) => ({ kind, ...chore }));
}
