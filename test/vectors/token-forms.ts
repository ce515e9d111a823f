import type { TokenFault } from '../../src/protocol/strict-token.ts';
import { encode, header, jwt, signature } from './token-text.ts';

/** Tokens with one fault each, and what is said of it. */
type Vector = [what: string, token: string, fault: Pick<TokenFault, 'check' | 'part' | 'actual'>];

const payload = '{"iss":"joe","sub":"a"}'; // 23 bytes: 31 characters, the last with two spare bits
const part = encode(payload);
const withPayload = (text: string) => `${header}.${text}.${signature}`;
const form = (at: TokenFault['part'], actual: string) => ({ check: 'compact_form', part: at, actual }) as const;
const json = (at: TokenFault['part'], actual: string) => ({ check: 'json_object', part: at, actual }) as const;
const twice = (at: TokenFault['part'], name: string, place: number) =>
  ({
    check: 'duplicate_member',
    part: at,
    actual: `${name} twice, the second time at character ${place} of the decoded ${at}`,
  }) as const;

const forms: Vector[] = [
  ['white space before it', ` ${jwt(payload)}`, form('header', 'white space at character 1 of the header')],
  ['a line break after it', `${jwt(payload)}\n`, form('signature', 'white space at character 25 of the signature')],
  [
    'white space in the payload',
    withPayload(`${part.slice(0, 10)} ${part.slice(10)}`),
    form('payload', 'white space at character 11 of the payload'),
  ],
  [
    'a no-break space in the payload',
    withPayload(`${part.slice(0, 10)}\u00a0${part.slice(10)}`),
    form('payload', 'white space at character 11 of the payload'),
  ],
  ['padding of the payload', withPayload(`${part}=`), form('payload', '= at character 32 of the payload')],
  ['too much padding of the payload', withPayload(`${part}==`), form('payload', '= at character 32 of the payload')],
  ['the standard alphabet', jwt(payload, header, 'ab+/'), form('signature', '+ at character 3 of the signature')],
  [
    'a slash of the standard alphabet',
    jwt(payload, header, 'ab/d'),
    form('signature', '/ at character 3 of the signature'),
  ],
  ['an illegal character', jwt(payload, header, 'a*cd'), form('signature', '* at character 2 of the signature')],
  [
    'a percent sign',
    withPayload(`${part.slice(0, 4)}%${part.slice(4)}`),
    form('payload', '% at character 5 of the payload'),
  ],
  [
    'a character that looks like another',
    jwt(payload, header, 'аbcd'),
    form('signature', 'U+0430 at character 1 of the signature'),
  ],
  [
    'a character that cannot be seen',
    jwt(payload, header, 'ab\u200bcd'),
    form('signature', 'U+200B at character 3 of the signature'),
  ],
  ['an emoji', jwt(payload, header, 'ab😀cd'), form('signature', 'U+1F600 at character 3 of the signature')],
  ['NUL', jwt(payload, header, 'abcd\0'), form('signature', 'U+0000 at character 5 of the signature')],
  [
    'a length that no bytes have',
    jwt(payload, header, 'abcde'),
    form('signature', 'a signature that ends in the middle of a byte'),
  ],
  ['a cut payload', withPayload(part.slice(0, 29)), form('payload', 'a payload that ends in the middle of a byte')],
  [
    'a last character with spare bits',
    jwt(payload, header, 'abcdAB'),
    form('signature', 'unused bits that are not 0 in character 6 of the signature, its last'),
  ],
  [
    'a payload whose last character has spare bits',
    withPayload(part.replace(/0$/, '1')),
    form('payload', 'unused bits that are not 0 in character 31 of the payload, its last'),
  ],
  ['an empty payload', withPayload(''), form('payload', 'a payload without a character')],
  ['an empty header', jwt(payload, ''), form('header', 'a header without a character')],
  [
    'an SD-JWT',
    `${jwt(payload)}~${encode('["salt","name","value"]')}~`,
    form('token', `a tilde at character ${jwt(payload).length + 1} of the token, as in an SD-JWT`),
  ],
];

const jsons: Vector[] = [
  ['a payload that is no JSON', jwt('{"iss":"joe"'), json('payload', 'a payload that is no JSON')],
  ['a payload in single quotes', jwt("{'iss':'joe'}"), json('payload', 'a payload that is no JSON')],
  ['text after the payload', jwt('{"iss":"joe"}}'), json('payload', 'a payload that is no JSON')],
  ['a comma at the end', jwt('{"iss":"joe",}'), json('payload', 'a payload that is no JSON')],
  ['NaN', jwt('{"exp":NaN}'), json('payload', 'a payload that is no JSON')],
  ...['[]', '["iss"]', '"iss"', 'null', 'true', '1'].map(
    (text): Vector => [
      `a payload that is ${text}`,
      jwt(text),
      json('payload', 'a payload that is JSON of another kind'),
    ],
  ),
  ['a header that is no JSON', jwt(payload, encode('{alg:1}')), json('header', 'a header that is no JSON')],
  [
    'a header that is an array',
    jwt(payload, encode('["alg"]')),
    json('header', 'a header that is JSON of another kind'),
  ],
  [
    'a byte order mark before the claims',
    jwt(`\uFEFF${payload}`),
    json('payload', 'a byte order mark before the JSON of the payload'),
  ],
  [
    'a byte order mark before the header',
    jwt(payload, encode('\uFEFF{"alg":"RS256"}')),
    json('header', 'a byte order mark before the JSON of the header'),
  ],
  ...(
    [
      ['a byte that UTF-8 never has', '{"a":"\xff"}', 7],
      ['an overlong slash', '{"a":"\xc0\xaf"}', 7],
      ['half a character', '{"a":"\xe2\x82"}', 7],
      ['a surrogate', '{"a":"\xed\xa0\x80"}', 7],
      ['Latin-1', '{"a":"J\xfcrgen"}', 8],
    ] as const
  ).map(
    ([what, text, byte]): Vector => [
      `${what} in the payload`,
      jwt(Buffer.from(text, 'latin1')),
      json('payload', `other bytes, from byte ${byte} of the payload on`),
    ],
  ),
];

const duplicates: Vector[] = [
  ['alg twice in the header', jwt(payload, encode('{"alg":"none","alg":"RS256"}')), twice('header', 'alg', 15)],
  ['the same claim twice', jwt('{"sub":"a","sub":"a"}'), twice('payload', 'sub', 12)],
  ['a claim twice, once with an escape', jwt('{"sub":"a","\\u0073ub":"b"}'), twice('payload', 'sub', 12)],
  [
    'a claim twice in a claim',
    jwt('{"address":{"country":"a","country":"b"}}'),
    twice('payload', 'address.country', 27),
  ],
  ['a claim twice in a list', jwt('{"list":[1,{"a b":1,"a b":2}]}'), twice('payload', 'list[1]["a b"]', 21)],
  ['__proto__ twice', jwt('{"__proto__":1,"__proto__":2}'), twice('payload', '__proto__', 16)],
  ['an empty name twice', jwt('{"":1,"":2}'), twice('payload', '""', 7)],
];

export const faulty: readonly Vector[] = [...forms, ...jsons, ...duplicates];

/** Tokens of C2SP/wycheproof, testvectors_v1/json_web_signature_test.json (Apache-2.0), by their number there. */
const hmacHeader = 'eyJraWQiOiJoczI1Ni1rZXkiLCJhbGciOiJIUzI1NiJ9';
const mac = 'c1LROH7eNQwUT8KMVEO52VC3WZ9e_AnDWbZ7aMmowV8';

export const wycheproof: readonly [number: number, token: string, actual: string][] = [
  [360, `${hmacHeader}.VGVzdA.    ${mac}`, 'white space at character 1 of the signature'],
  [361, `${hmacHeader}.VGVzdA.?${mac}`, '? at character 1 of the signature'],
  [362, `${hmacHeader}.VGVzdA.${mac}?`, '? at character 44 of the signature'],
  [364, `${hmacHeader}.VDgxMjM0MTM.????ETVRY0lRV9XgQeYX6ixdGT0NLHYb-wZem_ifJ5k`, '? at character 1 of the signature'],
  [
    365,
    `${hmacHeader}    .VGVzdA.DR-cdw2cCB53b3mpzMfk2gKTeyN0PhXBrTW1atMfSdM`,
    'white space at character 45 of the header',
  ],
  [366, `${hmacHeader}####.VGVzdA.23srvDiEYo7665_26qKv4D-0E2a149WRWH_av2ki2I4`, '# at character 45 of the header'],
  [
    368,
    `${hmacHeader}.    VGVzdA.AbPJgmXfihyNBUYpbdPK8qRpPjNuTE-Z_wYQyrU2lMQ`,
    'white space at character 1 of the payload',
  ],
  [369, `${hmacHeader}.####VGVzdA.Ixs2CdBkk8qjqe2-hq2dobqVvv9iDcDS6gPNgoXJyFY`, '# at character 1 of the payload'],
  [372, `eyJraWQiOiJoczI1Ni1rZXkiLCJhbGciOiJIUzI1NiJ?9.VGVzdA.${mac}`, '? at character 44 of the header'],
  [373, `${hmacHeader}.VGVzdA?.${mac}`, '? at character 7 of the payload'],
  [
    375,
    `${hmacHeader}.AB.9phoKDvkBMAqTgeVIYeqAi6-lvC0pbKg9ER--3T97w0`,
    'unused bits that are not 0 in character 2 of the payload, its last',
  ],
];
