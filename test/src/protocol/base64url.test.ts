import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url, lendBase64url } from '../../../src/protocol/base64url.ts';
import { putBase64, type WithBase64 } from '../../support/engine-base64.ts';

const ids = (text: string) => decodeBase64url(text).problems.map(({ id, at }) => `${id} ${at}`);

describe.each<[string, WithBase64]>([
  ['with the decoder of the engine', 'with'],
  ['in an engine without one', 'without'],
])('%s', (_, which) => {
  let restore: () => void;
  beforeEach(() => {
    restore = putBase64(which);
  });
  afterEach(() => restore());

  test.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('the vectors of RFC 4648 section 10: %s', (text, encoded) => {
    expect(encodeBase64url(Buffer.from(text))).toBe(encoded);
    expect(Buffer.from(decodeBase64url(encoded).bytes).toString()).toBe(text);
  });

  test.each([
    ['Zm 9v', ['white_space 2']],
    ['Zm9v\n', ['white_space 4']],
    ['Zg==', ['padding 2']],
    ['Zm+/', ['standard_alphabet 2']],
    ['Zm9vY', ['length 5']],
    ['Zh', ['not_canonical 1']],
    ['Zm9', ['not_canonical 2']],
    ['Zm9v*', ['illegal_character 4']],
    ['*', ['illegal_character 0']],
    ['Zm\u0139v', ['illegal_character 2']],
    [' Z=h+\u00e9', ['white_space 0', 'padding 2', 'standard_alphabet 4', 'illegal_character 5']],
  ])('%j has its problems where they are', (text, problems) => {
    expect(ids(text)).toEqual(problems);
  });

  test('what can be read is read', () => {
    for (const text of [' Zm9v YmE ', 'Zm9vYmE=', 'Zm9*vYmE', 'Zm9vYmF']) {
      expect(Buffer.from(decodeBase64url(text).bytes).toString()).toBe('fooba');
    }
    expect([...decodeBase64url('-_-_').bytes]).toEqual([...decodeBase64url('+/+/').bytes]);
  });

  test('bytes survive base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(text)).toEqual({ bytes, problems: [] });
      }),
    );
  });

  test('every text that is not the canonical form has a problem', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_+/= é-]*$/), (text) => {
        const { bytes, problems } = decodeBase64url(text);
        expect(problems.length === 0).toBe(encodeBase64url(bytes) === text);
      }),
    );
  });

  test('what was decoded stays as it was, and what was lent until the next', () => {
    const kept = decodeBase64url('Zm9v').bytes;
    const { bytes } = lendBase64url('YmFy');
    expect([kept, bytes].map((one) => Buffer.from(one).toString())).toEqual(['foo', 'bar']);
  });

  test('a text of any length is read', () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, at) => at & 255);
    const text = encodeBase64url(bytes);
    for (const end of [0, 1, 2, 4, 6, 10_000, 21_840, 21_844, 21_846, 21_848, 40_000]) {
      expect(
        Buffer.from(decodeBase64url(text.slice(0, end)).bytes).equals(Buffer.from(text.slice(0, end), 'base64url')),
      ).toBe(true);
    }
  });
});
