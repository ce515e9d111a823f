import { expect, test } from 'vitest';
import { wording } from '../../tools/browsers/firefox-locator.mjs';

test('words are a part of the text in any case, and the whole when exact', () => {
  expect(wording('sign IN').test('Please sign in now')).toBe(true);
  expect(wording('Sign in', true).test('Sign in')).toBe(true);
  expect(wording('Sign in', true).test('Sign in again')).toBe(false);
});

test('words are no expression', () => {
  expect(wording('a.b (c)').test('a.b (c)')).toBe(true);
  expect(wording('a.b').test('axb')).toBe(false);
});

test('an expression gives the same answer twice, even with the flag g', () => {
  const wanted = wording(/sign/g);
  expect([wanted.test('sign'), wanted.test('sign')]).toEqual([true, true]);
});
