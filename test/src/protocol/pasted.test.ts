import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../src/protocol/pasted.ts';
import { token } from '../../support/records.ts';

const callback = 'https://app.example/cb?app=1';
const id = token({ sub: 'ada', nonce: 'n' });
const access = token({ sub: 'ada', scope: 'openid' });

describe('a pasted text is read as', () => {
  test.each([
    [
      'a callback URL with a fragment',
      `${callback}#id_token=${id}&state=s`,
      'fragment',
      [
        ['id_token', id],
        ['state', 's'],
      ],
    ],
    ['a callback URL with a code', `${callback}&code=c`, 'query', [['code', 'c']]],
    ['a callback URL of a native app', 'com.example.app:/cb?code=c', 'query', [['code', 'c']]],
    [
      'a fragment alone',
      `#access_token=a&token_type=Bearer`,
      'fragment',
      [
        ['access_token', 'a'],
        ['token_type', 'Bearer'],
      ],
    ],
    ['a query alone', '?error=login_required', 'query', [['error', 'login_required']]],
    [
      'parameters alone',
      `id_token=${id}&state=a+b`,
      'fragment',
      [
        ['id_token', id],
        ['state', 'a b'],
      ],
    ],
    [
      'a token answer',
      `{"access_token":"a","expires_in":3600,"x":[1]}`,
      'token_endpoint',
      [
        ['access_token', 'a'],
        ['expires_in', '3600'],
      ],
    ],
    ['a header', `Authorization: Bearer ${access}`, 'fragment', [['access_token', access]]],
    ['a token in quotes, with a line break behind', `"${id}"\n`, 'fragment', [['id_token', id]]],
  ] as [string, string, string, [string, string][]][])('%s', (_, text, source, pairs) => {
    expect(parsePasted(text, callback)).toMatchObject({ ok: true, source, pairs });
  });

  test.each([
    ['token_use says access', { token_use: 'access', nonce: 'n' }, 'access_token'],
    ['token_use says id', { token_use: 'id', scope: 'x' }, 'id_token'],
    ['it holds a nonce', { nonce: 'n' }, 'id_token'],
    ['it holds a scope', { scope: 'openid' }, 'access_token'],
    ['nothing tells', { sub: 'ada' }, 'id_token'],
  ])('the token that it says it is: %s', (_, claims, name) => {
    expect(parsePasted(token(claims), '')).toMatchObject({ pairs: [[name, token(claims)]] });
  });
  test('an access token where it is opaque, a refresh token where it is encrypted as Cognito does', () => {
    expect(parsePasted('2YotnFZFEjr1zCsicMWpAA', '')).toMatchObject({
      pairs: [['access_token', '2YotnFZFEjr1zCsicMWpAA']],
    });
    const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url');
    expect(parsePasted(`${header}.a.b.c.d`, '')).toMatchObject({ pairs: [['refresh_token', `${header}.a.b.c.d`]] });
  });
  test('a token with a line break in it, to be shown with what is wrong', () => {
    const broken = `${id.slice(0, 40)}\n${id.slice(40)}`;
    expect(parsePasted(broken, '')).toMatchObject({ ok: true, pairs: [['id_token', broken]] });
  });
});

describe('a text that is nothing of this says why', () => {
  test.each([
    ['nothing', ' \n', 'empty'],
    ['an address without an answer', 'https://app.example/cb?page=2', 'no_answer'],
    ['an address with a user name', `https://user:pw@app.example/cb?app=1#id_token=${id}`, 'user_info'],
    ['an address with a host before its host', `https://app.example@evil.example/cb#id_token=${id}`, 'user_info'],
    ['JSON without a token', '{"sub":"ada"}', 'no_token_in_json'],
    ['JSON that is no object', '{', 'not_understood'],
    ['a sentence', 'my token is secret', 'not_understood'],
    ['a short word', 'abc', 'not_understood'],
  ])('%s', (_, text, why) => {
    expect(parsePasted(text, callback)).toEqual({ ok: false, why });
  });
});

test('a type that is no text, and cannot be made one, is none', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const odd = `${part({ alg: 'RS256', typ: ['JWT', { toString: 1 }] })}.${part({ sub: 'ada' })}.c2ln`;
  expect(() => parsePasted(odd, '')).not.toThrow();
  expect(JSON.stringify(parsePasted(odd, ''))).toContain('id_token');
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePasted(text, callback)));
  fc.assert(fc.property(fc.json(), (text) => void parsePasted(text, callback)));
});
