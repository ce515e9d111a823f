import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyAs, indentJson } from '../../../src/handover/copy-formats.ts';
import { capture, profile, token } from '../../support/records.ts';

const access = token({ sub: 'ada', scope: 'openid' });
const held = capture({ tokens: { id_token: token({ sub: 'ada' }), access_token: access } });
const source = {
  capture: held,
  profile: profile({ apiBaseUrl: 'http://localhost:5000/' }),
  shown: 'id_token' as const,
};

test('token and header are those of the token that is shown', () => {
  expect(copyAs('token', source)).toMatchObject({ ok: true, text: held.tokens.id_token });
  expect(copyAs('header', { ...source, shown: 'access_token' })).toMatchObject({
    ok: true,
    text: `Authorization: Bearer ${access}`,
  });
});

test('commands always carry the access token, whichever token is shown', () => {
  expect(copyAs('curl_userinfo', source)).toMatchObject({
    ok: true,
    text: expect.stringContaining(`Bearer ${access}`),
  });
  expect(copyAs('curl_api', source)).toMatchObject({
    ok: true,
    text: expect.stringContaining('http://localhost:5000/'),
  });
});

test('what cannot be copied says why', () => {
  expect(copyAs('curl_api', { ...source, profile: profile() })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/base URL/),
  });
  expect(
    copyAs('curl_userinfo', { ...source, profile: profile({ endpoints: { authorization: 'https://x/' } }) }),
  ).toMatchObject({ ok: false });
  expect(copyAs('token', { ...source, shown: 'refresh_token' })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/no refresh token/),
  });
  expect(copyAs('claims', { ...source, capture: capture({ tokens: { id_token: 'opaque' } }) })).toMatchObject({
    ok: false,
  });
});

test('claims keep what JSON.parse would change', () => {
  const payload = '{"iss":"https:\\/\\/x","n":12345678901234567890,"n":1,"deep":[{"a":[]},{}]}';
  const raw = `${token({}).split('.')[0]}.${Buffer.from(payload).toString('base64url')}.c2ln`;
  expect(copyAs('claims', { ...source, capture: capture({ tokens: { id_token: raw } }) })).toMatchObject({
    text: '{\n  "iss": "https:\\/\\/x",\n  "n": 12345678901234567890,\n  "n": 1,\n  "deep": [\n    {\n      "a": []\n    },\n    {}\n  ]\n}',
  });
});

test('any JSON is indented as JSON.stringify does it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('claims nested 20,000 deep can be copied', () => {
  const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect(indentJson(deep).replace(/\s/g, '')).toBe(deep);
});
