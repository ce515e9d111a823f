import { type Fresh, loginLifetime } from './records.ts';

/** Whether "Fresh token" has been asked for and has not come to an end. After ten minutes it is over. `now` in ms. */
export function isUnderWay(fresh: Fresh | undefined, now: number): fresh is Fresh {
  return fresh !== undefined && !isSettled(fresh) && now - fresh.askedAt < loginLifetime;
}

/** Whether it came to an end: there is a token, or it is known why not. */
export function isSettled({ step }: Fresh): boolean {
  return step === 'ready' || step === 'copied' || step === 'failed';
}
