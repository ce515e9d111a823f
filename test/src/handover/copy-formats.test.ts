import { describe, expect, test } from 'vitest';
import { type CopyFormatId, copyAs, copyFormats } from '../../../src/handover/copy-formats.ts';
import { capture, profile, token } from '../../support/records.ts';

const id = token({ sub: 'ada' });
const access = token({ sub: 'ada', scope: 'openid' });
const held = capture({ tokens: { id_token: id, access_token: access } });
const source = {
  capture: held,
  profile: profile({ apiBaseUrl: 'http://localhost:5000/' }),
  shown: 'id_token' as const,
};
const commands = copyFormats.filter(({ group }) => group === 'Commands').map((format) => format.id);
const pieces = copyFormats.filter(({ group }) => group === 'Pieces').map((format) => format.id);

test.each([
  ['token', id, 'ID token'],
  ['header', `Authorization: Bearer ${id}`, 'Authorization header with the ID token'],
  ['shell_line', `export ID_TOKEN=${id}`, 'Shell line with the ID token'],
  ['dotenv', `ID_TOKEN=${id}`, '.env line with the ID token'],
] as const)('%s is of the token that is shown', (format, text, what) => {
  expect(copyAs(format, source)).toEqual({ ok: true, text, what, holds: 'id_token' });
});

test.each([
  ['x\r\nHost: evil.example', undefined, /cannot stand in an Authorization header/],
  [access, 'dpop', /DPoP/],
] as const)('no header is made of what no server would take from one (%#)', (raw, tokenType, words) => {
  const other = { tokens: { access_token: raw }, ...(tokenType && { tokenType }) };
  const made = copyAs('header', { ...source, shown: 'access_token', capture: other });
  expect(made).toEqual({ ok: false, reason: expect.stringMatching(words) });
});

test('claims are of the token that is shown, and hold no token', () => {
  expect(copyAs('claims', source)).toEqual({
    ok: true,
    text: '{\n  "sub": "ada"\n}',
    what: 'Claims of the ID token',
    holds: undefined,
  });
});

test.each(commands)('%s always carries the access token, whichever token is shown', (format) => {
  expect(copyAs(format, source)).toMatchObject({
    ok: true,
    text: expect.stringContaining(access),
    holds: 'access_token',
  });
});

test.each(commands)('%s holds no token where it reads the environment, whichever token is shown', (format) => {
  const made = copyAs(format, { ...source, fromEnv: true });
  if (!made.ok) throw new Error(made.reason);
  expect(made.holds).toBeUndefined();
  expect(made.text).toContain('ACCESS_TOKEN');
  for (const part of access.split('.')) expect(made.text).not.toContain(part);
});

test.each<[CopyFormatId, string, string]>([
  ['curl_userinfo', 'curl for userInfo', 'curl for userInfo'],
  ['curl_api', 'curl for your API', ''],
  ['httpie', 'HTTPie for your API', 'HTTPie for userInfo'],
  ['fetch', 'fetch for your API', 'fetch for userInfo'],
  ['http_file', '.http file for your API', '.http file for userInfo'],
  ['postman', 'Postman collection for your API', 'Postman collection for userInfo'],
])('%s calls the API where the profile knows it, else userInfo', (format, withApi, without) => {
  expect(copyAs(format, source)).toMatchObject({ what: withApi });
  const made = copyAs(format, { ...source, profile: profile() });
  if (made.ok) expect(made).toMatchObject({ what: without, text: expect.stringContaining('amazoncognito.com') });
  else expect([format, made.reason]).toEqual(['curl_api', expect.stringMatching(/base URL/)]);
});

test.each([
  ['cmd', 'curl_api', /--header "Auth/],
  ['powershell', 'curl_userinfo', /^curl\.exe /],
  ['pwsh', 'httpie', /^http .*'Authorization:Bearer /],
  ['pwsh', 'shell_line', /^\$env:ID_TOKEN = '/],
  ['cmd', 'shell_line', /^set "ID_TOKEN=/],
] as const)('in %s %s is written for it', (shell, format, text) => {
  expect(copyAs(format, { ...source, shell })).toMatchObject({ ok: true, text: expect.stringMatching(text) });
});

test('what cannot be copied says why', () => {
  const bare = profile({ endpoints: { authorization: 'https://x/' } });
  expect(copyAs('curl_userinfo', { ...source, profile: bare })).toMatchObject({
    reason: expect.stringMatching(/no userInfo endpoint/),
  });
  expect(copyAs('token', { ...source, shown: 'refresh_token' })).toMatchObject({
    reason: expect.stringMatching(/no refresh token/),
  });
  expect(copyAs('fetch', { ...source, capture: capture({ tokens: { id_token: id } }) })).toMatchObject({
    reason: expect.stringMatching(/no access token/),
  });
  expect(copyAs('claims', { ...source, capture: capture({ tokens: { id_token: 'opaque' } }) })).toMatchObject({
    reason: expect.stringMatching(/no claims/),
  });
});

test.each(commands)('%s is refused for a token that is bound to a key', (format) => {
  expect(copyAs(format, { ...source, capture: { ...held, tokenType: 'DPoP' } })).toMatchObject({
    reason: expect.stringMatching(/DPoP/),
  });
});

describe('of a token that an export has cut', () => {
  const cut = (raw: string) => raw.replace(/[^.]+$/, '‹signature›');
  const redacted = { ...source, capture: capture({ tokens: { id_token: cut(id), access_token: cut(access) } }) };

  test.each([...commands, ...pieces.filter((one) => one !== 'claims')])('%s says so', (format) => {
    expect(copyAs(format, redacted)).toEqual({ ok: false, reason: 'Its signature was cut when it was exported.' });
  });
  test('the claims are copied all the same, and so are commands without the token', () => {
    expect(copyAs('claims', redacted)).toMatchObject({ ok: true });
    expect(copyAs('curl_userinfo', { ...redacted, fromEnv: true })).toMatchObject({ ok: true });
  });
  test('one without a signature was taken out as a whole', () => {
    const opaque = capture({ tokens: { access_token: '‹access token 7f3a›' } });
    expect(copyAs('token', { ...source, capture: opaque, shown: 'access_token' })).toMatchObject({
      reason: expect.stringMatching(/taken out/),
    });
  });
});
