import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../src/protocol/base64url.ts';
import { decodeToken, findClaim } from '../../../src/protocol/token.ts';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const header = encode('{"alg":"RS256","kid":"k="}');
const jwt = (payload: string, signature = encode('signature')) => `${header}.${encode(payload)}.${signature}`;

test('the example of RFC 7519 section 3.1 is read', () => {
  const token =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  expect(decodeToken(token)).toMatchObject({
    kind: 'signed',
    header: [
      ['typ', 'JWT'],
      ['alg', 'HS256'],
    ],
    claims: [
      ['iss', 'joe'],
      ['exp', 1300819380],
      ['http://example.com/is_root', true],
    ],
    problems: [],
  });
});

describe('a broken token is shown with what is wrong and where', () => {
  const vectors: [what: string, token: string, problem: object][] = [
    [
      'white space in the payload',
      `${header}.${encode('{"a":1}').replace(/^../, '$& ')}.${encode('s')}`,
      { part: 'payload', id: 'white_space', at: 2 },
    ],
    [
      'padding',
      `${header}.${Buffer.from('{"a":1}').toString('base64')}.${encode('s')}`,
      { part: 'payload', id: 'padding', at: 10 },
    ],
    [
      'an illegal character in the signature',
      jwt('{"a":1}', 'ab*d'),
      { part: 'signature', id: 'illegal_character', at: 2 },
    ],
    ['a last character with spare bits', jwt('{"a":1}', 'AB'), { part: 'signature', id: 'not_canonical', at: 1 }],
    ['a length that no bytes have', jwt('{"a":1}', 'ABCDE'), { part: 'signature', id: 'length', at: 5 }],
    ['the standard alphabet', jwt('{"a":1}', 'ab+/'), { part: 'signature', id: 'standard_alphabet', at: 2 }],
    ['no signature', jwt('{"a":1}', ''), { part: 'signature', id: 'empty' }],
    ['a payload that is no JSON', jwt('{"a":1'), { part: 'payload', id: 'not_json' }],
    ['a payload that is an array', jwt('[1]'), { part: 'payload', id: 'not_object' }],
    ['a payload that is null', jwt('null'), { part: 'payload', id: 'not_object' }],
    ['an empty payload', `${header}..${encode('s')}`, { part: 'payload', id: 'empty' }],
    ['a byte order mark', jwt('\uFEFF{"a":1}'), { part: 'payload', id: 'byte_order_mark', at: 0 }],
    [
      'bad UTF-8',
      `${header}.${Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('base64url')}.${encode('s')}`,
      { part: 'payload', id: 'not_utf8' },
    ],
    ['a header that is no JSON', `eyJ4.${encode('{"a":1}')}.${encode('s')}`, { part: 'header', id: 'not_json' }],
  ];
  test.each(vectors)('%s', (_, token, problem) => {
    const decoded = decodeToken(token);
    expect(decoded.kind).toBe('signed');
    expect(decoded.kind === 'signed' && decoded.problems).toContainEqual(problem);
  });
  test('what can be read is still shown', () => {
    expect(findClaim(jwt('\uFEFF{"sub":"me"}', 'ab*d'), 'sub')).toBe('me');
  });
});

describe('what is no signed token is named', () => {
  test.each(['', 'opaque', 'a.b', 'a.b.c', 'a.b.c.d', '..', 'x'.repeat(100_000)])('opaque: %s', (token) => {
    expect(decodeToken(token)).toEqual({ kind: 'opaque', length: token.length });
  });
  test('encrypted: five parts, of which the header alone can be read', () => {
    const token = `${encode('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}')}.a.b.c.d`;
    expect(decodeToken(token)).toMatchObject({
      kind: 'encrypted',
      header: [
        ['cty', 'JWT'],
        ['enc', 'A256GCM'],
        ['alg', 'RSA-OAEP'],
      ],
    });
  });
});

test('claims named like parts of objects are claims', () => {
  const decoded = decodeToken(jwt('{"__proto__":{"x":1},"constructor":"c","sub":"s"}'));
  expect(decoded.kind === 'signed' && decoded.claims).toEqual([
    ['__proto__', { x: 1 }],
    ['constructor', 'c'],
    ['sub', 's'],
  ]);
  expect(findClaim(jwt('{}'), 'constructor')).toBeUndefined();
});

test('JSON nested 10,000 deep does not throw', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  expect(decodeToken(jwt(`{"a":${deep}}`)).kind).toBe('signed');
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
    fc.property(fc.stringMatching(/^[A-Za-z0-9_+/= -]*$/), (text) => {
      const { bytes, problems } = decodeBase64url(text);
      expect(problems.length === 0).toBe(encodeBase64url(bytes) === text);
    }),
  );
});

test('no token makes it throw', () => {
  const part = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(encode), fc.base64String());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      decodeToken(parts.join('.'));
    }),
  );
});
