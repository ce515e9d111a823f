import { describe, expect, test } from 'vitest';
import { clockTime, machineTime, nextTick, relativeTime, stretch, utcTime } from '../../../popup/state/time-words.ts';
import { now } from '../../support/records.ts';

const s = 1000;
const min = 60 * s;

describe('relative times', () => {
  test.each([
    [now, 'just now'],
    [now - 4 * s, 'just now'],
    [now - 5 * s, '5 s ago'],
    [now - 89 * s, '89 s ago'],
    [now - 90 * s, '1 min ago'],
    [now - 3 * min, '3 min ago'],
    [now - 72 * min, '72 min ago'],
    [now - 90 * min, '1 h ago'],
    [now - 35 * 60 * min, '35 h ago'],
    [now - 36 * 60 * min, '1 day ago'],
    [now - 72 * 60 * min, '3 days ago'],
    [now + 57 * min, 'in 57 min'],
    [now + 89_999, 'in 89 s'],
  ])('%d is %s', (at, words) => {
    expect(relativeTime(at, now)).toBe(words);
  });

  test('what is left is never rounded up', () => {
    expect(stretch(2 * min - 1)).toBe('1 min');
  });
});

test('the clock has a date in front only when it is not today, and a year only when it is not this year', () => {
  expect(clockTime(now, now)).toMatch(/^\d\d:\d\d:16$/);
  expect(clockTime(now, now, 'minutes')).toMatch(/^\d\d:\d\d$/);
  expect(clockTime(now - 3 * 24 * 60 * min, now)).toMatch(/^[^,]*20[^,]*, \d\d:\d\d:16$/);
  expect(clockTime(now - 400 * 24 * 60 * min, now)).toContain('2025');
});

test('UTC to the second', () => {
  expect(utcTime(now)).toBe('2026-11-23 19:02:16 UTC');
  expect(machineTime(now)).toBe('2026-11-23T19:02:16.000Z');
});

test('a moment outside the calendar is said to be, and throws nothing', () => {
  for (const at of [9e303, -9e303, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(utcTime(at)).toBe('outside the calendar');
    expect(clockTime(at, now)).toBe('outside the calendar');
    expect(machineTime(at)).toBeUndefined();
    expect(relativeTime(at, now)).toEqual(expect.any(String));
  }
});

test('words tick each second while a moment is within 90 s, else at the full minute', () => {
  const at = Math.floor(now / min) * min + 20_250;
  expect(nextTick([at - 30 * s], at)).toBe(750);
  expect(nextTick([at + 60 * s, at - 60 * min], at)).toBe(750);
  expect(nextTick([at - 60 * min], at)).toBe(39_750);
  expect(nextTick([], at)).toBe(39_750);
});
