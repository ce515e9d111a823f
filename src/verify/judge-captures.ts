import { single } from '../protocol/answer.ts';
import { type Capture, loginLifetime, type PendingLogin } from '../protocol/records.ts';
import { judgeAnswer } from './judge.ts';

type Records = { captures: Capture[]; privateCaptures: Capture[]; logins: PendingLogin[] };

/**
 * Judges every capture that has no verdicts yet, all of them at once, and lets go of the logins that have ended or are
 * ten minutes old.
 * Judging again gives the same. `now` is in milliseconds. Returns the same object when there is nothing to do.
 */
export function judgeCaptures<R extends Records>(records: R, now: number): R {
  const waiting = records.logins.filter((login) => !login.ended && now - login.startedAt < loginLifetime);
  const all = [...records.captures, ...records.privateCaptures];
  const isNothingNew = all.every((capture) => capture.judgedAt !== undefined);
  if (isNothingNew && waiting.length === records.logins.length) return records;
  const judged = (captures: Capture[]) =>
    captures.map((capture) => {
      if (capture.judgedAt !== undefined) return capture;
      const login = records.logins.find(({ captureIds }) => captureIds.includes(capture.id));
      const context = { asked: login, isStateSpent: isStateSpent(capture, captures) };
      return { ...capture, verdicts: judgeAnswer(capture, context), judgedAt: now };
    });
  return {
    ...records,
    captures: judged(records.captures),
    privateCaptures: judged(records.privateCaptures),
    logins: waiting,
  };
}

/** Whether an earlier answer to a login of ours carried the same state. Of other logins nothing is known of the state. */
function isStateSpent(capture: Capture, captures: Capture[]): boolean {
  const state = single(capture.params, 'state');
  if (state === undefined) return false;
  return captures.some(
    (other) =>
      other.startedHere &&
      other.id !== capture.id &&
      other.profileId === capture.profileId &&
      other.capturedAt <= capture.capturedAt &&
      single(other.params, 'state') === state,
  );
}
