import type { Capture, Verdict } from '../protocol/records.ts';
import { codeNotOurs } from './response/code.ts';
import { notStartedHere } from './verdict.ts';

/** The events of an answer that carries the state of a login of ours which was cancelled, or answered before. */
const overEvents = new Set(['state_cancelled', 'state_used']);

const reasons = new Map([
  [
    notStartedHere,
    'The login that it answers is over, so what its request carried is not known any more. Sign in again to check it.',
  ],
  [
    codeNotOurs,
    'The login that asked for it is over: the code is shown, never redeemed. Sign in again for another one.',
  ],
]);

/** The verdicts on an answer to a login of ours that is over: what cannot be checked is not laid to another app. */
export function withLoginOver(verdicts: Verdict[], { events }: Pick<Capture, 'events'>): Verdict[] {
  if (!events.some(({ kind }) => overEvents.has(kind))) return verdicts;
  return verdicts.map((verdict) => {
    const reason = verdict.reason === undefined ? undefined : reasons.get(verdict.reason);
    return reason === undefined ? verdict : { ...verdict, reason };
  });
}
