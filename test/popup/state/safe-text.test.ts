import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countUnseen, safeLines, safeText } from '../../../popup/state/safe-text.ts';

test.each([
  ['a right-to-left override', 'Ada\u202Erofako', 'Ada⟨U+202E⟩rofako', 1],
  ['an isolate and its end', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩', 2],
  ['zero width', 'ad\u200Bmin\uFEFF', 'ad⟨U+200B⟩min⟨U+FEFF⟩', 2],
  ['a control character', 'a\u0000b\u007Fc\nd', 'a⟨U+0000⟩b⟨U+007F⟩c⟨U+000A⟩d', 3],
  ['a soft hyphen and a filler', 'a\u00ADb\u3164c', 'a⟨U+00AD⟩b⟨U+3164⟩c', 2],
  ['a tag character, beyond 16 bits', 'a\u{E0041}b', 'a⟨U+E0041⟩b', 1],
  ['half a surrogate pair', 'a\uD800b', 'a⟨U+D800⟩b', 1],
  ['line separators', 'a\u2028b\u2029', 'a⟨U+2028⟩b⟨U+2029⟩', 2],
  ['nothing: letters of any script and emoji', 'Zoë 李 אבג ❤️ 😀', 'Zoë 李 אבג ❤️ 😀', 0],
])('%s', (_what, text, shown, count) => {
  expect(safeText(text)).toBe(shown);
  expect(countUnseen(text)).toBe(count);
});

test('marks that pile up on one letter beyond what any script needs are spread out', () => {
  const few = `n${'\u0301'.repeat(8)}`;
  expect(safeText(few)).toBe(few);
  expect(safeLines(`${few}\u0301\u0489\n`)).toBe(`${few}⟨U+0301⟩⟨U+0489⟩\n`);
});

test('a text of several lines keeps its line breaks and tabs', () => {
  expect(safeLines('a\r\n\tb\u202E')).toBe('a\r\n\tb⟨U+202E⟩');
});

test('whatever comes in, nothing unseen comes out', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => countUnseen(safeText(text)) === 0));
});
