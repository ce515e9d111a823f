import type { Settings } from '../../../src/protocol/records.ts';

/** What can be chosen for one setting, each value with its words. */
export type Choices<V> = readonly (readonly [value: V, words: string])[];

const fresh: Choices<number> = [1, 2, 5, 10, 15, 30].map((minutes) => [minutes, `${minutes} min`]);

const grace: Choices<Settings['graceMinutes']> = [
  [0, 'when their tokens expire'],
  [15, '15 min after their tokens expire'],
  [60, '1 h after their tokens expire'],
  [480, '8 h after their tokens expire'],
  [null, 'when the browser closes'],
];

const clear: Choices<number> = [
  [0, 'only with “Clear now”'],
  [30, '30 s after a token was copied'],
  [60, '60 s after a token was copied'],
  [120, '120 s after a token was copied'],
];

/** In minutes: how long a token must still be good to be copied as it is. */
export function freshChoices(current: number): Choices<number> {
  return withCurrent(fresh, current, (minutes) => `${minutes} min`);
}

/** In minutes after expiry; null: with the browser. */
export function graceChoices(current: Settings['graceMinutes']): Choices<Settings['graceMinutes']> {
  return withCurrent(grace, current, (minutes) => `${minutes} min after their tokens expire`);
}

/** In seconds; 0: not by itself. */
export function clearChoices(current: number): Choices<number> {
  return withCurrent(clear, current, (seconds) => `${seconds} s after a token was copied`);
}

/** What stands in the store may be a value that is not offered here: it is listed too, in its place. */
function withCurrent<V extends number | null>(
  choices: Choices<V>,
  current: V,
  words: (value: V) => string,
): Choices<V> {
  if (choices.some(([value]) => value === current)) return choices;
  const place = (value: V) => value ?? Number.POSITIVE_INFINITY;
  const all: Choices<V> = [...choices, [current, words(current)]];
  return all.toSorted(([one], [other]) => place(one) - place(other));
}
