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
      expect(JSON.parse(unpackTokenAnswer(packed.body, packed.tokens))).toEqual(JSON.parse(body));
    }),
  );
});

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
  const body = '{ "access_token": "a\\/b", "n": 1e400, "x": {"access_token": "kept"}, "scope": "a" }';
  expect(packTokenAnswer(body, now)?.body).toBe(
    '{ "access_token": "", "n": 1e400, "x": {"access_token": "kept"}, "scope": "a" }',
  );
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
