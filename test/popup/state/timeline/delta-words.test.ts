import { expect, test } from 'vitest';
import { deltaWords } from '../../../../popup/state/timeline/delta-words.ts';

test.each([
  [0, '+0.0 s'],
  [-3, '+0.0 s'],
  [399, '+0.3 s'],
  [12_800, '+12.8 s'],
  [89_999, '+89.9 s'],
  [90_000, '+1 min'],
  [150_000, '+2 min'],
  [7_200_000, '+2 h'],
])('%i ms after the first step is %s', (milliseconds, words) => {
  expect(deltaWords(milliseconds)).toBe(words);
});
