import { expect, test } from 'vitest';
import { listStep } from '../../../popup/state/list-step.ts';

const folded = (place: number) => place !== 1 && place !== 3;

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 3, 3],
  ['ArrowUp', 2, 1],
  ['ArrowUp', 0, 0],
  ['Home', 2, 0],
  ['End', 1, 3],
])('in a list of four %s leads from %i to %i', (key, at, to) => {
  expect(listStep(key, at, 4)).toBe(to);
});

test.each([
  ['ArrowDown', 0, 2],
  ['ArrowDown', 2, 2],
  ['ArrowUp', 2, 0],
  ['End', 0, 2],
])('where the second and the fourth are folded away %s leads from %i to %i', (key, at, to) => {
  expect(listStep(key, at, 4, folded)).toBe(to);
});

test('any other key means nothing to a list', () => {
  for (const key of ['Enter', 'a', 'toString', 'PageDown']) expect(listStep(key, 0, 4)).toBeUndefined();
});
