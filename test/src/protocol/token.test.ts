import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeToken, findClaim, hasReadableClaims } from '../../../src/protocol/token.ts';
import { encode, faultless, header, jwt as jwtOf, signature } from '../../vectors/token-text.ts';

const jwt = (payload: string | Uint8Array, end = signature) => jwtOf(payload, header, end);
const decodeSigned = (token: string) => {
  const decoded = decodeToken(token);
  if (decoded.kind !== 'signed') throw new Error(decoded.kind);
  return decoded;
};

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
    ['bad UTF-8', jwt(Buffer.from('{"\xff":1}', 'latin1')), { part: 'payload', id: 'not_utf8', at: 2 }],
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

describe('JSON that other readers trip over', () => {
  const deep = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)},"sub":"me"}`;

  test('nested 10,000 deep: it is said, and the claims are there', () => {
    const decoded = decodeSigned(jwt(deep(10_000)));
    expect(decoded.problems).toEqual([{ part: 'payload', id: 'too_deep' }]);
    expect(decoded.claims.map(([name]) => name)).toEqual(['a', 'sub']);
    expect(hasReadableClaims(decoded)).toBe(true);
  });
  test('nested 64 deep is nothing to speak of, 65 deep is', () => {
    expect(decodeSigned(jwt(deep(64))).problems).toEqual([]);
    expect(decodeSigned(jwt(deep(65))).problems).toEqual([{ part: 'payload', id: 'too_deep' }]);
    expect(decodeSigned(jwtOf('{}', encode(deep(65)))).problems).toEqual([{ part: 'header', id: 'too_deep' }]);
  });

  test.each<[what: string, token: string, problem: object]>([
    ['alg twice', jwtOf('{}', encode('{"alg":"none","alg":"RS256"}')), { part: 'header', at: 14, name: 'alg' }],
    ['a claim twice', jwt('{"sub":"a","\\u0073ub":"b"}'), { part: 'payload', at: 11, name: 'sub' }],
    ['a claim twice in a claim', jwt('{"a":{"b":1,"b":2}}'), { part: 'payload', at: 12, name: 'a.b' }],
    ['a claim twice, far inside', jwt('{"a":{"b":{"c":[{"d d":1,"d d":2}]}}}'), { name: '…b.c[0]["d d"]' }],
    ['a long name twice', jwt(`{"${'n'.repeat(1000)}":1,"${'n'.repeat(1000)}":2}`), { name: `${'n'.repeat(60)}…` }],
  ])('%s: the last is shown, and it is said', (_, token, problem) => {
    expect(decodeSigned(token).problems).toEqual([expect.objectContaining({ id: 'duplicate_member', ...problem })]);
  });

  test('numbers that a double cannot hold come with their digits', () => {
    const { claims, rounded } = decodeSigned(
      jwt(
        '{"a":12345678901234567890,"b":1e400,"c":1795460536.0,"d":1.5,"e":[12345678901234567890],"f":"1e400","g":-1e-400}',
      ),
    );
    expect(rounded).toEqual([
      ['a', '12345678901234567890'],
      ['b', '1e400'],
      ['g', '-1e-400'],
    ]);
    expect(claims).toContainEqual(['b', Number.POSITIVE_INFINITY]);
  });

  test('half a surrogate pair stays what it is', () => {
    expect(findClaim(jwt('{"name":"\\ud800"}'), 'name')).toBe('\ud800');
  });

  test('names with a right-to-left override or without any width are other names', () => {
    const token = jwt('{"sub":"a","s\u202eub":"b","su\u200bb":"c"}');
    expect(decodeSigned(token).problems).toEqual([]);
    expect(findClaim(token, 'sub')).toBe('a');
  });
});

describe('an SD-JWT is its JWT and what was disclosed', () => {
  test('with its problems', () => {
    const decoded = decodeSigned(`${jwt('{"sub":"me","_sd":["x"]}')}~${encode('["s","email","a@example.com"]')}~`);
    expect(decoded.claims).toContainEqual(['sub', 'me']);
    expect(decoded.problems).toEqual([]);
    expect(decoded.sdJwt).toEqual({
      disclosures: [{ name: 'email', value: 'a@example.com' }],
      hasKeyBinding: false,
    });
  });
  test('and any other token is none', () => {
    expect(decodeSigned(faultless)).not.toHaveProperty('sdJwt');
    expect(decodeToken('opaque~token').kind).toBe('opaque');
    expect(decodeToken('a.b.c~d').kind).toBe('opaque');
  });
});

test('a token is decoded once, however often it is asked for', () => {
  expect(decodeToken(faultless)).toBe(decodeToken([...faultless].join('')));
});

test('no token makes it throw', () => {
  const part = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(encode), fc.base64String());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('.', '~'), (parts, sign) => {
      decodeToken(parts.join('.'));
      decodeToken(parts.join(sign));
    }),
  );
});
