import { expect, test } from 'vitest';
import { findMeaning } from '../../../src/protocol/claims.ts';
import { findSeconds, isInMilliseconds, timeClaims } from '../../../src/protocol/claims-times.ts';

test('each claim that is a moment is shown as one', () => {
  for (const name of Object.keys(timeClaims)) expect(findMeaning(name, 'id_token')?.kind).toBe('time');
});

test('seconds are told from milliseconds, text and what no calendar has', () => {
  expect(findSeconds(1_795_460_536)).toBe(1_795_460_536);
  expect(findSeconds(0)).toBe(0);
  for (const value of [1_795_460_536_000, 9e300, Number.NaN, Number.POSITIVE_INFINITY, '1795460536', undefined]) {
    expect(findSeconds(value)).toBeUndefined();
  }
  expect(isInMilliseconds(1_795_460_536_000)).toBe(true);
  expect(isInMilliseconds(1_795_460_536)).toBe(false);
});
