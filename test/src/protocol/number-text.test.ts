import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRounded } from '../../../src/protocol/number-text.ts';

test.each([
  '12345678901234567890',
  '9007199254740993',
  '-9007199254740993',
  '0.10000000000000000001',
  '1e400',
  '-1e400',
  '1e-400',
  '1E+999999999999',
  '9'.repeat(400),
])('%s is rounded', (text) => {
  expect(isRounded(text)).toBe(true);
});

test.each([
  '0',
  '-0',
  '0.0',
  '0e99',
  '1',
  '1.0',
  '10',
  '1e3',
  '1.5E+2',
  '0.001',
  '1795460536.250',
  '9007199254740992',
  '1e21',
  '1.0e-7',
])('%s is not', (text) => {
  expect(isRounded(text)).toBe(false);
});

test('a number that JavaScript printed is what it was', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(isRounded(JSON.stringify(value))).toBe(false);
      expect(isRounded(value.toExponential())).toBe(false);
    }),
  );
});

test('an integer is rounded where a double cannot hold it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (value) => {
      // Of integers this large two that print alike are one double: what is printed is the shortest of them.
      const isShown = BigInt(Number(value)) === value || value % 10n === 0n;
      if (!isShown) expect(isRounded(String(value))).toBe(true);
      if (Number.isSafeInteger(Number(value))) expect(isRounded(String(value))).toBe(false);
    }),
  );
});
