import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../src/protocol/retry-after.ts';
import { now } from '../../support/records.ts';

test.each<[string | null, number | undefined]>([
  ['120', 120],
  [' 0 ', 0],
  [new Date(now + 90_000).toUTCString(), 90],
  [new Date(now - 90_000).toUTCString(), 0],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['2026', 2026],
  ['Someday, soon', undefined],
])('Retry-After %j', (value, seconds) => expect(parseRetryAfter(value, now)).toBe(seconds));
