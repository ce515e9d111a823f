import { expect, test } from 'vitest';
import { isUnderWay } from '../../../src/protocol/fresh.ts';
import type { Fresh } from '../../../src/protocol/records.ts';
import { now } from '../../support/records.ts';

const asked = { profileId: 'p1', askedAt: now - 1000 };

test.each<[Fresh['step'], boolean]>([
  ['looking', true],
  ['refreshing', true],
  ['renewing', true],
  ['signing_in', true],
  ['ready', false],
  ['copied', false],
  ['failed', false],
])('at the step %s it is under way: %s', (step, isSo) => {
  expect(isUnderWay({ ...asked, step }, now)).toBe(isSo);
});

test('after ten minutes it is over', () => {
  expect(isUnderWay({ ...asked, askedAt: now - 599_999, step: 'signing_in' }, now)).toBe(true);
  expect(isUnderWay({ ...asked, askedAt: now - 600_000, step: 'signing_in' }, now)).toBe(false);
});

test('what was never asked for is not under way', () => {
  expect(isUnderWay(undefined, now)).toBe(false);
});
