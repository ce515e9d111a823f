import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownCell } from '../../../src/handover/markdown-cell.ts';

describe('a text in a cell of Markdown', () => {
  test.each([
    ['auth0|5f7c', '`auth0\\|5f7c`'],
    ['a\\|b', '`a⟨U+005C⟩\\|b`'],
    ['ends in \\', '`ends in ⟨U+005C⟩`'],
    ['C:\\dir', '`C:\\dir`'],
    ['a`b', '`a⟨U+0060⟩b`'],
    ['two\nlines\r\n', '`two⟨U+000A⟩lines⟨U+000D⟩⟨U+000A⟩`'],
    ['<img src=x>', '`⟨U+003C⟩img src=x⟨U+003E⟩`'],
    ['[x](https://evil.example)', '`[x]⟨U+0028⟩https://evil.example)`'],
    ['![x](y)', '`!⟨U+005B⟩x]⟨U+0028⟩y)`'],
    ['@octocat and #1', '`@octocat and #1`'],
    ['\u202Egnp', '`⟨U+202E⟩gnp`'],
    ['\uD83D', '`⟨U+D83D⟩`'],
    ['', '(empty text)'],
    [' \t', '(white space)'],
    ['Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl!', '`Bearer (a token)!`'],
  ])('%j becomes %s', (text, cell) => {
    expect(markdownCell(text)).toBe(cell);
  });

  test('that is long loses its middle, and no half character', () => {
    const cell = markdownCell(`${'😀'.repeat(200)}end`, 20);
    expect(cell).toMatch(/^`😀+…😀+end`$/u);
  });

  test('stays one code span on one line of one cell, whatever it is', () => {
    const piece = fc.constantFrom(
      '|',
      '\\',
      '`',
      '\n',
      '<',
      '>',
      '](',
      '![',
      '(',
      '[',
      '!',
      ']',
      '@a',
      'http://x ',
      ' ',
      '\0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const cell = markdownCell(value);
        expect(cell).toMatch(/^(?:`[^`\p{Cc}]+`|\((?:empty text|white space)\))$/u);
        expect(cell).not.toMatch(/[<>]|\]\(|!\[|[\r\n\u2028\u2029]/);
        expect(cell.replaceAll('\\|', '')).not.toMatch(/\||\\$/);
        expect(cell).not.toMatch(/\\\\\|/);
      }),
    );
  });
});
