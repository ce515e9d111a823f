import type { Capture } from '../protocol/records.ts';
import { userinfoLimits, withFailure } from './call-userinfo.ts';

type Records = { captures: Capture[]; privateCaptures: Capture[] };

/** In milliseconds: a call that was sent longer ago has nobody any more who waits for its answer. */
const longest = userinfoLimits.timeoutMs + 5_000;

/**
 * The records, where calls to userInfo whose worker ended are told as interrupted. `now` in ms. The same object when there
 * are none.
 */
export function withoutLostCalls<R extends Records>(records: R, now: number): R {
  const isLost = ({ userinfoSentAt: sentAt }: Capture) => sentAt !== undefined && now - sentAt > longest;
  if (![...records.captures, ...records.privateCaptures].some(isLost)) return records;
  const end = (capture: Capture) => (isLost(capture) ? withFailure(capture, 'interrupted', now) : capture);
  return { ...records, captures: records.captures.map(end), privateCaptures: records.privateCaptures.map(end) };
}
