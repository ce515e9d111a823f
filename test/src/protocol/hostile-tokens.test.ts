import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStrictly } from '../../../src/protocol/strict-token.ts';
import { type DecodedToken, decodeToken, findClaim } from '../../../src/protocol/token.ts';
import { encode, faultless, header, jwt, signature } from '../../vectors/token-text.ts';

/** A quarter of a megabyte, which is what a single token may have; three bytes are four characters. */
const size = 192_000;
const fill = (text: string, length = size) => text.repeat(length / text.length);
const list = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => entry(i)).join(',');

const large: [what: string, token: string][] = [
  ['one long text', jwt(`{"a":"${fill('x')}"}`)],
  ['one long number', jwt(`{"a":${fill('1')}}`)],
  ['5,000 claims', jwt(`{${list(5000, (i) => `"claim_${i}":"the value of claim ${i}"`)}}`)],
  ['15,000 numbers without end', jwt(`{${list(15_000, (i) => `"${i}":1e400`)}}`)],
  ['names in escapes', jwt(`{${list(10_000, (i) => `"\\u0061${i}":${i}`)}}`)],
  ['one name again and again', jwt(`{${list(30_000, () => '"a":1')}}`)],
  ['many small objects', jwt(`{"a":[${list(20_000, () => '{"a":1}')}]}`)],
  ['lists in lists', jwt(`{"a":${fill('[', size / 2)}${fill(']', size / 2)}}`)],
  ['objects in objects', jwt(`{"a":${fill('{"a":', size / 2)}1${fill('}', size / 10)}}`)],
  ['backslashes', jwt(`{"a":"${fill('\\\\')}"}`)],
  ['escaped quotes', jwt(`{"a":"${fill('\\"')}"}`)],
  ['a text without an end', jwt(`{"a":"${fill('\\"')}`)],
  ['letters beyond ASCII', jwt(`{"a":"${fill('ü', size / 2)}"}`)],
  ['bytes that are no UTF-8', jwt(Buffer.alloc(size, 0xff))],
  ['a payload in lines', `${header}.${encode(`{"a":"${fill('x')}"}`).replace(/.{64}/g, '$&\r\n')}.${signature}`],
  ['white space', `${header}.${fill(' ')}.${signature}`],
  ['a key id of 100 KB', jwt('{}', encode(`{"alg":"RS256","kid":"${fill('k', 100_000)}"}`))],
  ['dots', `ey${fill('.')}`],
  ['tildes', `${faultless}${fill('~')}`],
  ['disclosures', `${faultless}${fill(`~${encode('["s","n",1]')}`, 160_000)}~`],
  ['nothing that is known', fill('\u{1F600}')],
];

/** In milliseconds. What grows faster than the token would take minutes; `npm run bench` measures the rest. */
const hang = 1000;

/** Whether one of some runs ends: the others say what else the computer had to do. No two are of the same token. */
function isReadAtOnce(read: (token: string) => unknown, token: string): boolean {
  return ['', 'AA', 'AE', 'AI', 'AM'].some((end) => {
    const another = `${token}${end}`;
    const start = performance.now();
    read(another);
    return performance.now() - start < hang;
  });
}

describe('a token of 256 KB is read without a hang', () => {
  test.each(large)('%s', (_, token) => {
    expect(isReadAtOnce(readStrictly, token)).toBe(true);
    expect(isReadAtOnce(decodeToken, token)).toBe(true);
  });
});

/** Whether what display says of a token is more than a strict reader lets pass. */
function isRefused({ problems, sdJwt }: DecodedToken & { kind: 'signed' }): boolean {
  return (
    sdJwt !== undefined ||
    problems.some(({ part, id }) => id !== 'too_deep' && !(part === 'signature' && id === 'empty'))
  );
}

test('no text makes reading throw or take long', () => {
  const character = fc.oneof(
    fc.constantFrom(...'.~=+/-_ \n{}[]":,\\eyJA0'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  const change = fc.tuple(fc.nat(), fc.nat({ max: 3 }), character);
  const mutated = fc.array(change, { maxLength: 5 }).map((changes) =>
    changes.reduce((token, [at, removed, character]) => {
      const place = at % (token.length + 1);
      return token.slice(0, place) + character + token.slice(place + removed);
    }, faultless),
  );
  const made = fc
    .tuple(fc.json(), fc.json(), fc.base64String())
    .map(([head, payload, end]) => jwt(payload, encode(head), end));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), mutated, made), (token) => {
      expect(isReadAtOnce(readStrictly, token)).toBe(true);
      expect(isReadAtOnce(decodeToken, token)).toBe(true);
      const decoded = decodeToken(token);
      const strict = readStrictly(token);
      if (decoded.kind !== 'signed') expect(strict.faults.length === 0 && strict.kind === 'signed').toBe(false);
      else expect(strict.faults.length > 0).toBe(isRefused(decoded));
    }),
    { numRuns: 1000 },
  );
});

describe('claims as no object would have them', () => {
  test('100,000 of them are counted', () => {
    const decoded = decodeToken(jwt(`{${list(100_000, (i) => `"c${i}":${i}`)}}`));
    expect(decoded.kind === 'signed' && decoded.claims.length).toBe(100_000);
  });

  test('__proto__ is a claim, and changes no other', () => {
    const token = jwt('{"__proto__":{"isAdmin":true},"constructor":"c"}');
    expect(findClaim(token, '__proto__')).toEqual({ isAdmin: true });
    expect(findClaim(token, 'isAdmin')).toBeUndefined();
    const strict = readStrictly(token);
    expect(strict.kind === 'signed' && [...strict.claims.keys()]).toEqual(['__proto__', 'constructor']);
  });
});

describe('headers that ask for more than to be read', () => {
  const members = {
    'a key of the attacker':
      '{"alg":"RS256","jwk":{"kty":"RSA"},"jku":"https://evil.example","x5u":"https://evil.example"}',
    'none in any spelling': '{"alg":"nOnE"}',
    'an extension that must be understood': '{"alg":"RS256","crit":["exp","b64"],"b64":false}',
    'a key id that is a path': '{"alg":"HS256","kid":"../../../../../../dev/null"}',
    'a key id that is a command': '{"alg":"HS256","kid":"|sleep 10"}',
    'a key id that is SQL': '{"alg":"HS256","kid":"x\' UNION SELECT \'1\';--"}',
    'a key id that is no text': '{"alg":"HS256","kid":{"toString":null}}',
  };
  test.each(Object.entries(members))('%s is read to the letter', (_, text) => {
    const strict = readStrictly(jwt('{}', encode(text)));
    expect(strict.faults).toEqual([]);
    expect(strict.kind === 'signed' && Object.fromEntries(strict.header)).toEqual(JSON.parse(text));
  });

  test('compressed and costly encryption: nothing of it is opened', () => {
    const head = '{"alg":"PBES2-HS512+A256KW","p2c":2147483647,"p2s":"c2FsdA","enc":"A256GCM","zip":"DEF"}';
    expect(decodeToken(`${encode(head)}.a.b.c.d`)).toMatchObject({ kind: 'encrypted', problems: [] });
  });
});
