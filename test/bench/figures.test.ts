import { describe, expect, test } from 'vitest';
import { fastestQuarter, median, orderOf, ratioOf } from '../../bench/figures.mjs';

describe('the median', () => {
  test.each<[values: number[], middle: number]>([
    [[3], 3],
    [[9, 1, 2], 2],
    [[10, 1, 2, 4], 3],
  ])('of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

  test('of nothing is an error', () => expect(() => median([])).toThrow('No value'));
});

describe('the fastest quarter', () => {
  test('is not moved by what was slow', () => {
    expect(fastestQuarter([4, 2, 900, 80, 70, 60, 50, 40])).toBe(3);
  });

  test('of few values is the fastest', () => expect(fastestQuarter([7, 5, 6])).toBe(5));
  test('of nothing is an error', () => expect(() => fastestQuarter([])).toThrow('No value'));
});

test('a ratio has three decimals', () => expect(ratioOf([2], [3], median)).toBe(0.667));

describe('in turns', () => {
  const rounds = Array.from({ length: 6 }, (_, round) => orderOf(['a', 'b', 'c'], round).join(''));

  test('each goes first, in the middle and last equally often', () => {
    for (const place of [0, 1, 2]) {
      expect(
        rounds
          .map((order) => order[place])
          .sort()
          .join(''),
      ).toBe('aabbcc');
    }
  });

  test('each goes right after each other one equally often', () => {
    const pairs = rounds.flatMap((order) => [order.slice(0, 2), order.slice(1)]).sort();
    expect(pairs.join(' ')).toBe('ab ab ac ac ba ba bc bc ca ca cb cb');
  });

  test('of a pair, the first alternates', () => {
    expect([0, 1, 2, 3].map((round) => orderOf(['a', 'b'], round).join(''))).toEqual(['ab', 'ba', 'ba', 'ab']);
  });
});
