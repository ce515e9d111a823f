import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStrictly } from '../../../src/protocol/strict-token.ts';
import { faulty, wycheproof } from '../../vectors/token-forms.ts';
import { encode, faultless, header, jwt } from '../../vectors/token-text.ts';

const faults = (token: string) =>
  readStrictly(token).faults.map(({ check, part, actual }) => ({ check, part, actual }));

describe('a strict reader finds one fault, and says where', () => {
  test.each(faulty)('%s', (_, token, fault) => {
    expect(faults(token)).toEqual([fault]);
  });

  test.each(wycheproof)('test %i of Wycheproof', (_, token, actual) => {
    const found = readStrictly(token).faults.filter(({ check }) => check === 'compact_form');
    expect(found.map((fault) => fault.actual)).toEqual([actual]);
  });
});

describe('what a faultless token says', () => {
  test('header and claims are maps', () => {
    expect(readStrictly(faultless)).toEqual({
      kind: 'signed',
      faults: [],
      header: new Map([
        ['alg', 'RS256'],
        ['kid', 'k='],
      ]),
      claims: new Map<string, unknown>([
        ['iss', 'joe'],
        ['exp', 1300819380],
        ['http://example.com/is_root', true],
      ]),
      isHeaderReadable: true,
      isPayloadReadable: true,
    });
  });

  test('an empty signature is for other checks to judge, whatever alg says', () => {
    expect(faults(jwt('{}', encode('{"alg":"none"}'), ''))).toEqual([]);
    expect(faults(jwt('{}', encode('{"alg":"RS256"}'), ''))).toEqual([]);
  });

  test('the same name in two objects, and names that differ in case, are no duplicates', () => {
    expect(faults(jwt('{"a":{"a":{"b":1}},"b":[{"a":1},{"a":2}],"A":1}'))).toEqual([]);
  });

  test('deep nesting is no fault', () => {
    expect(faults(jwt(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`))).toEqual([]);
  });

  test('of a name that stands twice the last value counts', () => {
    const token = readStrictly(jwt('{"sub":"a","sub":"b"}'));
    expect(token.kind === 'signed' && token.claims.get('sub')).toBe('b');
  });
});

describe('which parts can be read', () => {
  const readable = (token: string) => {
    const read = readStrictly(token);
    return read.kind === 'signed' && [read.isHeaderReadable, read.isPayloadReadable];
  };
  test.each([
    ['all', faultless, [true, true]],
    ['a part with a fault that hides nothing', jwt('\uFEFF{}'), [true, true]],
    ['no empty payload', `${header}..c2ln`, [true, false]],
    ['no list', jwt('[]'), [true, false]],
    ['no header that is no JSON', jwt('{}', encode('alg')), [false, true]],
  ])('%s', (_, token, expected) => {
    expect(readable(token)).toEqual(expected);
  });

  test('a payload that a wrong character made unreadable has the wrong character as its one fault', () => {
    const token = jwt('{"iss":"joe"}').replace('.eyJ', '.ey*');
    expect(readable(token)).toEqual([true, false]);
    expect(faults(token).map(({ check }) => check)).toEqual(['compact_form']);
  });
});

describe('what is no signed token', () => {
  test.each([
    ['', '1 part'],
    ['opaque', '1 part'],
    ['a.b', '2 parts'],
    ['a.b.c.d', '4 parts'],
    ['a.b.c.d.e', '5 parts, the first of them no JSON object'],
    ['.....', '6 parts'],
  ])('%s is opaque', (token, actual) => {
    const expected = '3 parts with dots between them';
    expect(readStrictly(token)).toEqual({
      kind: 'opaque',
      faults: [{ check: 'compact_form', part: 'token', expected, actual }],
    });
  });

  test('five parts with a header are encrypted, and only the header is looked at', () => {
    const token = `${encode('{"alg":"RSA-OAEP","zip":"DEF","enc":"A256GCM"}')}.*.*.*.*`;
    expect(readStrictly(token)).toMatchObject({ kind: 'encrypted', faults: [] });
  });
});

test('one changed character is found, or leaves a token that is its own canonical form', () => {
  const at = fc.nat({ max: faultless.length });
  const characters = fc.oneof(
    fc.constantFrom('', '.', '~', '=', '+', '/', '-', ' ', '\n', 'A'),
    fc.string({ maxLength: 1 }),
  );
  fc.assert(
    fc.property(at, characters, fc.integer({ min: 0, max: 1 }), (place, character, removed) => {
      const token = faultless.slice(0, place) + character + faultless.slice(place + removed);
      if (readStrictly(token).faults.length > 0) return;
      const again = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('base64url'));
      expect(again).toHaveLength(3);
      expect(again.join('.')).toBe(token);
    }),
    { numRuns: 2000 },
  );
});
