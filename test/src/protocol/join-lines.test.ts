import { expect, test } from 'vitest';
import { joinLines } from '../../../src/protocol/join-lines.ts';

test.each([
  ['', ''],
  ['a b', 'a b'],
  [' a \r\n  b\n\n\t c ', 'abc'],
  ['a\rb', 'ab'],
])('%j as one line', (text, line) => {
  expect(joinLines(text)).toBe(line);
});

test('with a space where a line ended', () => {
  expect(joinLines('{\n  "sub": "ada"\n \n}\n', ' ')).toBe('{ "sub": "ada" }');
});
