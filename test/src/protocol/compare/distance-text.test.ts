import { expect, test } from 'vitest';
import { deltaText, distanceText } from '../../../../src/protocol/compare/distance-text.ts';

test.each([
  [0, '0 s'],
  [89, '89 s'],
  [90, '1 min 30 s'],
  [1800, '30 min'],
  [3600, '60 min'],
  [3610, '60 min 10 s'],
  [5400, '1 h 30 min'],
  [86_400, '24 h'],
  [36 * 3600, '1 d 12 h'],
  [((3 * 24 + 4) * 60 + 48) * 60 + 59, '3 d 4 h 48 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(distanceText(seconds)).toBe(words);
  expect(deltaText(-seconds)).toBe(seconds === 0 ? '+0 s' : `−${words}`);
});
