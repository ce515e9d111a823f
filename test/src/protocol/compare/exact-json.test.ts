import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExactly } from '../../../../src/protocol/compare/exact-json.ts';
import { exactText } from '../../../../src/protocol/compare/exact-value.ts';

describe('JSON that is read exactly', () => {
  test.each([
    ['a number beyond 2^53', '{"id":9007199254740993}'],
    ['one within a list of an object', '{"a":{"b":[1,12345678901234567890]}}'],
    ['one beyond all doubles', '{"n":1e400}'],
    ['one below zero', '{"n":-12345678901234567890}'],
    ['several, each its own', '[9007199254740993,9007199254740995,1e309,2]'],
    ['one that is as large as the stand-ins', '[1e300,3e300,9007199254740993]'],
    ['digits within a text', '{"t":"9007199254740993 \\" 1e400"}'],
  ])('keeps %s as it is written', (_what, json) => {
    expect(exactText(parseExactly(json))).toBe(json);
  });

  test('differs from JSON.parse in such numbers alone', () => {
    const again = (text: string) => JSON.stringify(JSON.parse(text));
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `[${json}]`;
        expect(again(exactText(parseExactly(text)))).toBe(again(text));
      }),
      { examples: [['{"__proto__":1}'], ['1.0,-0'], ['1e300']] },
    );
  });
});
