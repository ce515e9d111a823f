import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankTokens, packTokenAnswer, unpackTokenAnswer } from '../../../src/protocol/token-answer.ts';
import { now } from '../../support/records.ts';

const names = ['access_token', 'id_token', 'refresh_token', 'token_type', 'scope', 'expires_in', '__proto__', 'x'];
const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', ' '), fc.jsonValue());
/** A text of JSON as anybody may write it: names in any order and more than once, white space, escapes. */
const written = fc.array(fc.tuple(fc.constantFrom(...names), value, fc.constantFrom('', ' ', '\n'))).map((members) => {
  const parts = members.map(([name, one, space]) => {
    const text = JSON.stringify(one) ?? 'null';
    return `${space}${JSON.stringify(name)}${space}:${space}${text.replaceAll('/', '\\/')}`;
  });
  return `{${parts.join(',')}}`;
});

test('what is made of a packed answer is what was made of the answer', () => {
  fc.assert(
    fc.property(written, (body) => {
      const packed = packTokenAnswer(body, now);
      if (!packed) return;
      expect(JSON.parse(unpackTokenAnswer(packed.body, packed.tokens))).toEqual(withoutNested(JSON.parse(body)));
    }),
  );
});

/** What lies deeper than the answer's own tokens is no token of it, and is not put back. */
function withoutNested(value: unknown, depth = 0, isOfToken = false): unknown {
  if (typeof value === 'string') return isOfToken && depth > 1 ? '' : value;
  if (Array.isArray(value)) return value.map((one) => withoutNested(one, depth + 1, isOfToken));
  if (typeof value !== 'object' || value === null) return value;
  const isToken = (name: string) => /^(?:id|access|refresh)_token$/.test(name);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutNested(one, depth + 1, isToken(name))]),
  );
}

test('no token stands in a packed body', () => {
  fc.assert(
    fc.property(written, (body) => {
      const { access_token, id_token, refresh_token } = JSON.parse(blankTokens(body)) as Record<string, unknown>;
      for (const token of [access_token, id_token, refresh_token]) {
        if (typeof token === 'string') expect(['', ' ']).toContain(token);
      }
    }),
  );
});

test('tokens that the answer did not bring are not put into it', () => {
  const packed = packTokenAnswer('{"access_token":"new","refresh_token":""}', now);
  expect(packed?.tokens).toEqual({ access_token: 'new' });
  const held = { access_token: 'new', refresh_token: 'old', id_token: 'old' };
  expect(unpackTokenAnswer(packed?.body ?? '', held)).toBe('{"access_token":"new","refresh_token":""}');
});

test('a body keeps all but its tokens to the letter', () => {
  const body = '{ "access_token": "a\\/b", "n": 1e400, "x": {"token": "kept"}, "scope": "a" }';
  expect(packTokenAnswer(body, now)?.body).toBe(
    '{ "access_token": "", "n": 1e400, "x": {"token": "kept"}, "scope": "a" }',
  );
});

test.each([
  ['in a part', '{"data":{"access_token":"secret","x":"y"}}', '{"data":{"access_token":"","x":"y"}}'],
  [
    'in a list',
    '[{"a":[{"id_token":"secret"}]},{"refresh_token":"secret"}]',
    '[{"a":[{"id_token":""}]},{"refresh_token":""}]',
  ],
  ['as a list', '{"access_token":["secret","secret"],"scope":["a"]}', '{"access_token":["",""],"scope":["a"]}'],
  [
    'after a part',
    '{"access_token":{"x":"kept"},"x":{"y":[]},"id_token":"secret"}',
    '{"access_token":{"x":"kept"},"x":{"y":[]},"id_token":""}',
  ],
  ['by a name that is escaped', '{"x":{"access\\u005ftoken":"secret"}}', '{"x":{"access\\u005ftoken":""}}'],
  ['in a form', 'access_token=secret&expires_in=1&id%5Ftoken=secret.a-b_c', 'access_token=&expires_in=1&id%5Ftoken='],
  ['in an address of a page', '<a href="/cb#x=1&refresh_token=secret">', '<a href="/cb#x=1&refresh_token=">'],
  ['of another name in a form', 'my_access_token=kept&access_token_x=kept', 'my_access_token=kept&access_token_x=kept'],
])('no token is kept of a body that has it %s', (_, body, kept) => {
  expect(blankTokens(body)).toBe(kept);
  // what is deeper is no token of the answer: none is put there
  expect(unpackTokenAnswer(kept.startsWith('{') ? kept : '{}', {})).toBe(kept.startsWith('{') ? kept : '{}');
});

test('a token of the answer is put back in its own place alone', () => {
  const packed = '{"x":{"access_token":""},"access_token":""}';
  expect(unpackTokenAnswer(packed, { access_token: 'a' })).toBe('{"x":{"access_token":""},"access_token":"a"}');
});

describe('what came beside the tokens', () => {
  test.each([
    ['3600', now / 1000 + 3600],
    ['"3600"', now / 1000 + 3600],
    ['0', now / 1000],
    ['-1', undefined],
    ['1e400', undefined],
    ['"soon"', undefined],
    ['null', undefined],
  ])('expires_in %s', (text, expiresAt) => {
    expect(packTokenAnswer(`{"access_token":"a","expires_in":${text}}`, now)?.expiresAt).toBe(expiresAt);
  });
  test('is left out where it is no text', () => {
    expect(packTokenAnswer('{"access_token":"a","token_type":1,"scope":""}', now)).toEqual({
      body: '{"access_token":"","token_type":1,"scope":""}',
      tokens: { access_token: 'a' },
    });
  });
});

test.each(['', 'null', '[]', '"access_token"', '<!doctype html>', '{"access_token":', '{"access_token":5}', '{}'])(
  'is no token answer: %s',
  (body) => expect(packTokenAnswer(body, now)).toBeUndefined(),
);
