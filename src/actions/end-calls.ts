import type { Capture } from '../protocol/records.ts';
import { userinfoCallOf, userinfoLimits, withFailure } from './call-userinfo.ts';
import { withTokenFailure } from './token-outcome.ts';
import { tokenCallOf, tokenLimits } from './token-world.ts';

type Records = { captures: Capture[]; privateCaptures: Capture[] };

/** In milliseconds: a call that was sent longer ago has nobody any more who waits for its answer. */
const grace = 5_000;

/**
 * The records, where calls whose worker ended are told as interrupted: nothing is known of what the server did. One that
 * this life of the worker did not send is lost at once; `isOurs` says which those are, by name. `now` in ms. The same object
 * when there are none.
 */
export function withoutLostCalls<R extends Records>(
  records: R,
  now: number,
  isOurs: (call: string) => boolean = () => false,
): R {
  const isLost = (call: string, sentAt: number, timeoutMs: number) => !isOurs(call) || now - sentAt > timeoutMs + grace;
  const end = (capture: Capture): Capture => {
    const { id, userinfoSentAt, tokenCall } = capture;
    const isUserinfoLost =
      userinfoSentAt !== undefined && isLost(userinfoCallOf(id), userinfoSentAt, userinfoLimits.timeoutMs);
    const told = isUserinfoLost ? withFailure(capture, 'interrupted', now) : capture;
    if (!tokenCall || !isLost(tokenCallOf(id), tokenCall.sentAt, tokenLimits.timeoutMs)) return told;
    return withTokenFailure(told, { kind: 'interrupted', grant: tokenCall.grant, at: now });
  };
  const captures = records.captures.map(end);
  const privateCaptures = records.privateCaptures.map(end);
  const isSame = (one: Capture[], other: Capture[]) => one.every((capture, place) => capture === other[place]);
  if (isSame(captures, records.captures) && isSame(privateCaptures, records.privateCaptures)) return records;
  return { ...records, captures, privateCaptures };
}
