import { expect, test } from 'vitest';
import { windowsArgv } from './windows-argv.ts';

// the examples of “Parsing C command-line arguments” in Microsoft's documentation, and two at the end of the line
test.each([
  ['"abc" d e', ['abc', 'd', 'e']],
  [String.raw`a\\b d"e f"g h`, [String.raw`a\\b`, 'de fg', 'h']],
  [String.raw`a\\\"b c d`, [String.raw`a\"b`, 'c', 'd']],
  [String.raw`a\\\\"b c" d e`, [String.raw`a\\b c`, 'd', 'e']],
  [String.raw`a "b\\"`, ['a', String.raw`b\ `.trim()]],
  [String.raw`a b\\`, ['a', String.raw`b\\`]],
  ['a ""', ['a', '']],
])('%s', (line, words) => {
  expect(windowsArgv(line)).toEqual(words);
});
