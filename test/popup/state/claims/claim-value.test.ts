import { describe, expect, test } from 'vitest';
import { shapeValue, valueText } from '../../../../popup/state/claims/claim-value.ts';

const deep = () => {
  let value: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) value = [value];
  return value;
};

describe('the shape of a value', () => {
  test.each([
    ['a short text', 'ada.okafor', { kind: 'text', text: 'ada.okafor' }],
    ['a truth value', true, { kind: 'text', text: 'true' }],
    ['null', null, { kind: 'text', text: 'null' }],
    ['an empty text', '', { kind: 'empty', words: 'empty text' }],
    ['an empty list', [], { kind: 'empty', words: 'empty list' }],
    ['a list', ['admins', 7, ''], { kind: 'chips', chips: ['admins', '7', 'empty text'], more: 0 }],
  ])('%s', (_what, value, shown) => {
    expect(shapeValue(value)).toEqual(shown);
  });

  test('a long text is cut in the middle, both ends stay', () => {
    const full = '5458d4e8-8001-70c9-3f5e-2b1f0c5f7a11';
    expect(shapeValue(full)).toEqual({ kind: 'cut', head: full.slice(0, -8), tail: '0c5f7a11', full });
  });

  test('the end of an address is its last part', () => {
    const shown = shapeValue('https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE');
    expect(shown).toMatchObject({ tail: 'us-east-1_EXAMPLE' });
  });

  test('an emoji is not cut in half', () => {
    const shown = shapeValue('😀'.repeat(40));
    expect(shown).toMatchObject({ head: '😀'.repeat(32), tail: '😀'.repeat(8) });
  });

  test('scopes are chips, a time is a moment, and a text where a time should be stays text', () => {
    expect(shapeValue('openid email', 'words')).toEqual({ kind: 'chips', chips: ['openid', 'email'], more: 0 });
    expect(shapeValue(1_795_460_536, 'time')).toEqual({ kind: 'time', at: 1_795_460_536_000, raw: '1795460536' });
    expect(shapeValue('soon', 'time')).toEqual({ kind: 'text', text: 'soon' });
  });

  test('a time in milliseconds is no moment, a number beyond all numbers is said to be', () => {
    expect(shapeValue(1_795_460_536_000, 'time')).toEqual({ kind: 'text', text: '1795460536000' });
    expect(shapeValue(-1, 'time')).toMatchObject({ kind: 'time', at: -1000 });
    expect(shapeValue(Number.POSITIVE_INFINITY)).toEqual({ kind: 'text', text: 'Infinity' });
  });

  test('a hostile text is shown escaped, in every shape', () => {
    expect(shapeValue('a\u202Eb')).toEqual({ kind: 'text', text: 'a⟨U+202E⟩b' });
    expect(shapeValue(['\u200B'])).toMatchObject({ chips: ['⟨U+200B⟩'] });
    expect(shapeValue(`${'x'.repeat(50)}\u202E`)).toMatchObject({ full: `${'x'.repeat(50)}⟨U+202E⟩` });
  });

  test('what is huge is put on the page in part', () => {
    const shown = shapeValue('x'.repeat(1_000_000));
    expect(JSON.stringify(shown).length).toBeLessThan(20_000);
    expect(shapeValue(Array(300).fill('x'))).toMatchObject({ more: 200 });
  });

  test('what is nested a hundred thousand deep throws nothing', () => {
    expect(valueText(deep())).toBe('nested too deeply to be shown');
    expect(shapeValue(deep())).toMatchObject({ kind: 'cut' });
  });
});

test('a cut never goes through a mark, and a huge text keeps its real end', () => {
  expect(shapeValue(`${'a'.repeat(20)}\u200B1234567`)).toMatchObject({ head: 'a'.repeat(20), tail: '⟨U+200B⟩1234567' });
  expect(shapeValue(`${'a'.repeat(10_000)}the end`)).toMatchObject({ tail: 'athe end' });
});
