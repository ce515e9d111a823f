import { clockTime } from '../time-words.ts';

const sixDays = 6 * 24 * 3600 * 1000;
const format = new Intl.DateTimeFormat(undefined, {
  ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});

/** A moment that is held against another one: with its weekday, where that says which day is meant. */
export function dayTime(at: number, now: number): string {
  return Math.abs(at - now) < sixDays ? format.format(at) : clockTime(at, now);
}
