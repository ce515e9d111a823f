import * as v from 'valibot';
import { loginLifetime, type PendingLogin } from './records.ts';

export const pastStateSchema = v.object({
  state: v.string(),
  profileId: v.string(),
  why: v.picklist(['cancelled', 'used']),
  at: v.number(),
  isPrivate: v.exactOptional(v.literal(true)),
});

/** The state of a login started here that is over, and since when (ms): an answer that carries it later is not another app's. */
export type PastState = v.InferOutput<typeof pastStateSchema>;

/** The states with that of one more login, and without those of ten minutes ago. `at` in milliseconds. */
export function withPastState(
  states: readonly PastState[],
  { state, profileId, isPrivate }: Pick<PendingLogin, 'state' | 'profileId' | 'isPrivate'>,
  why: PastState['why'],
  at: number,
): PastState[] {
  const past: PastState = { state, profileId, why, at, ...(isPrivate && { isPrivate }) };
  return [past, ...states.filter((other) => other.state !== state && at - other.at < loginLifetime)];
}

type Sought = { state: string | undefined; profileId: string; isPrivate: boolean };

/** How the login of a profile that sent this state ended; undefined where there was none. `now` in milliseconds. */
export function findPastState(
  states: readonly PastState[],
  { state, profileId, isPrivate }: Sought,
  now: number,
): PastState | undefined {
  return states.find(
    (past) =>
      past.state === state &&
      past.profileId === profileId &&
      (past.isPrivate ?? false) === isPrivate &&
      now - past.at < loginLifetime,
  );
}
