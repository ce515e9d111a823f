import { expect, test } from 'vitest';
import { lendUtf8 } from '../../../src/protocol/utf8.ts';

test.each([
  ['', 'an empty text'],
  ['eyJhbGciOiJSUzI1NiJ9', 'ASCII'],
  ['ü€😀\ud800', 'letters of two, three and four bytes, and a half one'],
  ['€'.repeat(5461), 'the longest text for which there is room'],
  ['€'.repeat(5462), 'a longer one'],
])('%.20j is encoded: %s', (text) => {
  expect(Buffer.from(lendUtf8(text)).equals(Buffer.from(text))).toBe(true);
});

test('a long text before does not show in a short one after', () => {
  lendUtf8('a long text');
  expect(Buffer.from(lendUtf8('short')).toString()).toBe('short');
});
