import { describe, expect, test } from 'vitest';
import { readSdJwt, splitToken } from '../../../src/protocol/sd-jwt.ts';
import { encode } from '../../vectors/token-text.ts';

/** Disclosures of RFC 9901, appendix A.1. */
const published = [
  [
    'WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgInN1YiIsICI2YzVjMGE0OS1iNTg5LTQzMWQtYmFlNy0yMTkxMjJhOWVjMmMiXQ',
    'sub',
    '6c5c0a49-b589-431d-bae7-219122a9ec2c',
  ],
  ['WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImdpdmVuX25hbWUiLCAiXHU1OTJhXHU5MGNlIl0', 'given_name', '太郎'],
  [
    'WyJlSThaV205UW5LUHBOUGVOZW5IZGhRIiwgImVtYWlsIiwgIlwidW51c3VhbCBlbWFpbCBhZGRyZXNzXCJAZXhhbXBsZS5qcCJd',
    'email',
    '"unusual email address"@example.jp',
  ],
  ['WyJ5eXRWYmRBUEdjZ2wyckk0QzlHU29nIiwgImJpcnRoZGF0ZSIsICIxOTQwLTAxLTAxIl0', 'birthdate', '1940-01-01'],
] as const;

test('published disclosures are read', () => {
  const tail = `${published.map(([text]) => text).join('~')}~`;
  expect(readSdJwt(tail)).toEqual({
    disclosures: published.map(([, name, value]) => ({ name, value })),
    hasKeyBinding: false,
  });
});

test('an element of an array has no name', () => {
  expect(readSdJwt(`${encode('["salt",{"a":1}]')}~`).disclosures).toEqual([{ value: { a: 1 } }]);
});

test.each([
  ['', []],
  ['~', [undefined]],
  ['x.y.z', []],
])('%j discloses nothing', (tail, disclosures) => {
  expect(readSdJwt(tail).disclosures).toEqual(disclosures);
});

test.each([
  ['e30.e30.c2ln', true],
  [`${encode('["s",1]')}~e30.e30.c2ln`, true],
  [`${encode('["s",1]')}~`, false],
  [encode('["s",1]'), false],
])('%s: the holder’s key signed it: %s', (tail, hasKeyBinding) => {
  expect(readSdJwt(tail).hasKeyBinding).toBe(hasKeyBinding);
});

test.each(['[]', '["s"]', '["s",1,2]', '["s","n",1,2]', '[1,"n",2]', '{"a":1}', '"s"', '["s","n",1', '\uFEFF["s",1]'])(
  '%s is no disclosure',
  (text) => {
    expect(readSdJwt(`${encode(text)}~`).disclosures).toEqual([undefined]);
  },
);

describe('a token is split at its dots', () => {
  test.each([
    ['a.b.c', { parts: ['a', 'b', 'c'] }],
    ['a.b.c~', { parts: ['a', 'b', 'c'], tail: '' }],
    ['a.b.c~d~e.f.g', { parts: ['a', 'b', 'c'], tail: 'd~e.f.g' }],
    ['a~b.c.d', { parts: ['a~b', 'c', 'd'] }],
    ['a.b.c.d.e~f', { parts: ['a', 'b', 'c', 'd', 'e~f'] }],
    ['', { parts: [''] }],
  ])('%s', (token, split) => {
    expect(splitToken(token)).toEqual(split);
  });
});

test('of very many disclosures the first 1,000 are read', () => {
  const { disclosures } = readSdJwt(`${Buffer.from('["salt",1]').toString('base64url')}~`.repeat(1002));
  expect(disclosures).toHaveLength(1002);
  expect(disclosures.filter((one) => one !== undefined)).toHaveLength(1000);
  expect(disclosures.slice(1000)).toEqual([undefined, undefined]);
});
