import { describe, expect, test } from 'vitest';
import { type CopyItem, copyGroups } from '../../../../popup/state/token/copy-items.ts';
import { tokenPurpose } from '../../../../popup/state/token/token-purpose.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const seconds = now / 1000;
const source = {
  capture: capture({
    tokens: {
      id_token: token({ exp: seconds + 60 }),
      access_token: token({ exp: seconds - 720, iat: seconds - 4320 }),
    },
  }),
  profile: profile({ apiBaseUrl: 'http://localhost:5000/' }),
  shown: 'id_token' as const,
  shell: 'posix' as const,
  fromEnv: false,
};

/** The items by their format. */
function itemsOf(over: Partial<typeof source> | Record<string, unknown> = {}): Record<CopyItem['id'], CopyItem> {
  const all = copyGroups({ ...source, ...over }, now).flatMap(({ items }) => items);
  return Object.fromEntries(all.map((item) => [item.id, item])) as Record<CopyItem['id'], CopyItem>;
}

test('each group says which token it is about', () => {
  const hints = (shown: 'id_token' | 'refresh_token') => copyGroups({ ...source, shown }, now).map(({ hint }) => hint);
  expect(hints('id_token')).toEqual(['access token', 'ID token']);
  expect(hints('refresh_token')).toEqual(['access token', 'refresh token']);
});

test('a command says whom it calls where its label does not', () => {
  const { httpie, curl_api, token: piece } = itemsOf();
  expect([httpie.hint, curl_api.hint, piece.hint]).toEqual(['my API', undefined, undefined]);
  expect(itemsOf({ profile: profile() }).httpie.hint).toBe('userInfo');
});

test.each([
  ['posix', 'export ID_TOKEN=…'],
  ['pwsh', '$env:ID_TOKEN = …'],
  ['cmd', 'set "ID_TOKEN=…"'],
])('the lines show how they begin in %s', (shell, code) => {
  const { shell_line, dotenv } = itemsOf({ shell });
  expect([shell_line.code, dotenv.code]).toEqual([code, 'ID_TOKEN=…']);
});

describe('a token that is over is named', () => {
  test('with every command that carries it, and in the title of their group', () => {
    const [commands, pieces] = copyGroups(source, now);
    for (const item of commands?.items ?? []) expect(item.late).toMatch(/^Expired 12 min ago/);
    expect(commands?.late).toMatch(/^Expired 12 min ago/);
    expect(pieces?.late).toBeUndefined();
  });
  test('with every piece of it but the claims', () => {
    const { claims, ...others } = itemsOf({ shown: 'access_token' });
    for (const item of Object.values(others)) expect(item.late, item.id).toMatch(/^Expired/);
    expect(claims.late).toBeUndefined();
  });
  test('not where the command reads one from the environment', () => {
    expect(copyGroups({ ...source, fromEnv: true }, now)[0]?.late).toBeUndefined();
  });
});

describe('what was copied is said', () => {
  test.each([
    ['a command', 'curl_api', {}, 'with the access token'],
    ['a command that reads the environment', 'curl_api', { fromEnv: true }, 'it reads ACCESS_TOKEN'],
    ['an ID token', 'token', {}, 'for your app to read, not for APIs'],
    ['an ID token as a header', 'header', {}, 'APIs usually want the access token'],
    ['an access token as a header', 'header', { shown: 'access_token' }, 'for your API and userInfo'],
    ['claims', 'claims', {}, undefined],
  ] as const)('of %s', (_, id, over, note) => {
    expect(itemsOf(over)[id].note).toBe(note);
  });
  test('a token that a client got for itself is not for userInfo', () => {
    const { request: _, ...own } = capture({ source: 'token_endpoint' });
    expect(tokenPurpose(own, 'access_token')).toBe('for your API');
  });
});
