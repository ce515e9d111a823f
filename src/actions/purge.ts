import { isAwaited } from '../protocol/code-exchange.ts';
import { arrivedAt, captureExpiresAt } from '../protocol/expiry.ts';
import { type Capture, loginLifetime, type PendingLogin, type Settings } from '../protocol/records.ts';
import { forgetCaptures } from './forget.ts';

type Lists = { captures: Capture[]; privateCaptures: Capture[]; logins: PendingLogin[] };
type Records = Parameters<typeof forgetCaptures>[0];
type When = { graceMinutes: Settings['graceMinutes']; now: number };

/** In milliseconds: how long until it is looked again at a capture that waits for a call to end. */
const patience = 60_000;

/**
 * The captures whose time is over, and when to look again (ms): undefined where nothing goes by itself. A pinned one
 * stays, and one with a call under way, or whose code waits to be exchanged, waits for it. `now` in milliseconds.
 */
export function findDue(lists: Lists, { graceMinutes, now }: When): { ids: string[]; next: number | undefined } {
  const ids: string[] = [];
  let next = Number.POSITIVE_INFINITY;
  if (graceMinutes === null) return { ids, next: undefined };
  const grace = graceMinutes * 60_000;
  for (const capture of [...lists.captures, ...lists.privateCaptures]) {
    if (capture.pinned) continue;
    // no capture is over before it came: until then its tokens need not be read
    const earliest = arrivedAt(capture) + grace;
    const due = earliest > now ? earliest : captureExpiresAt(capture) + grace;
    if (due > now) next = Math.min(next, due);
    else if (isCalling(capture) || lists.logins.some((login) => isDueLater(login, capture, now)))
      next = Math.min(next, now + patience);
    else ids.push(capture.id);
  }
  return { ids, next: Number.isFinite(next) ? next : undefined };
}

/** The records without the captures whose time is over, and without what was kept about them. The same object when there are none. */
export function withoutDue<R extends Records>(records: R, when: When): R {
  const { ids } = findDue(records, when);
  return ids.length === 0 ? records : forgetCaptures(records, ids);
}

function isCalling({ tokenCall, userinfoSentAt }: Capture): boolean {
  return tokenCall !== undefined || userinfoSentAt !== undefined;
}

/** Whether a login may still bring tokens to a capture. */
function isDueLater(login: PendingLogin, capture: Capture, now: number): boolean {
  return now - login.startedAt < loginLifetime && isAwaited(login, capture);
}
