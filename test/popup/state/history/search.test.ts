import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchCaptures } from '../../../../popup/state/history/search.ts';
import { searchText } from '../../../../popup/state/history/search-text.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const profiles = [profile(), profile({ id: 'p2', name: 'Café Orders' })];
const answer = { status: 200, at: now, contentType: 'application/json' };

const captures = [
  capture({
    id: 'ada',
    tokens: {
      id_token: token({ sub: 'u-1', 'cognito:username': 'ada.okafor', 'cognito:groups': ['admins', 'billing'] }),
      access_token: token({ sub: 'u-1', scope: 'openid orders/read', big: 1 }),
    },
    userinfo: { ...answer, body: '{"sub":"u-1","family_name":"Ọkáfọr","locale":"ig"}' },
  }),
  capture({
    id: 'jose',
    profileId: 'p2',
    callback: 'https://staging.example.com:8443/cb',
    tokens: { id_token: token({ sub: 'u-2', name: 'José STRASSE', address: { locality: 'Springfield' } }) },
  }),
  capture({
    id: 'refused',
    tokens: {},
    error: { error: 'invalid_request', description: 'The scope is unknown' },
  }),
  capture({ id: 'gone', profileId: 'p9', tokens: { access_token: '2YotnFZFEjr1zCsicMWpAA' } }),
  capture({
    id: 'nested',
    tokens: { id_token: token({ sub: 'u-3', act: { assertion: token({ sub: 'inner' }) } }) },
    userinfo: { ...answer, status: 401, body: '{"error":"invalid_token","error_description":"It was revoked"}' },
  }),
  capture({
    id: 'failed-call',
    tokens: {},
    tokenFailure: { grant: 'refresh_token', at: now, kind: 'refused', error: 'invalid_grant', description: 'Is spent' },
  }),
];

const idsFor = (query: string, textOf: (one: Capture) => string | undefined = searchText) =>
  searchCaptures(captures, query, { profiles, textOf }).captures.map(({ id }) => id);

const cases: [what: string, query: string, found: string[]][] = [
  ['nothing', '  ', captures.map(({ id }) => id)],
  ['the user', 'okafor', ['ada']],
  ['a claim’s name', 'cognito:groups', ['ada']],
  ['a claim’s value', 'billing', ['ada']],
  ['a claim with its value', 'cognito:username:ada', ['ada']],
  ['the same as an equation', 'sub=u-2', ['jose']],
  ['a claim with the value of another', 'sub:ada.okafor', []],
  ['a value within a value', 'springfield', ['jose']],
  ['a claim of the access token', 'orders/read', ['ada']],
  ['a userInfo claim', 'family_name', ['ada']],
  ['a value with other accents', 'Okafọr', ['ada']],
  ['another case', 'strasse', ['jose']],
  ['a letter in two characters', 'Jose\u0301', ['jose']],
  ['wide letters', 'ｊｏｓｅ', ['jose']],
  ['a profile', 'cafe', ['jose']],
  ['a profile that is gone', 'deleted profile', ['gone']],
  ['an error', 'invalid_request', ['refused']],
  ['its description', 'scope is unknown', ['refused']],
  ['an error of the token endpoint', 'invalid_grant', ['failed-call']],
  ['an error of userInfo', 'revoked', ['nested']],
  ['the callback’s host', 'staging.example.com:8443', ['jose']],
  ['several words, in any order and place', 'billing demo ADA', ['ada']],
  ['words of which one is nowhere', 'billing nowhere', []],
  ['what the list calls it', 'no token', ['refused', 'failed-call']],
  ['an opaque token', '2YotnFZFEjr1', []],
  ['the beginning of a token', 'eyJ', []],
  ['a whole token', token({ sub: 'inner' }), []],
  ['a token within a claim', token({ sub: 'inner' }).slice(30, 42), []],
  ['what seems to be a pattern', '.*', []],
];

test.each(cases)('%s is searched', (_what, query, found) => {
  expect(idsFor(query)).toEqual(found);
});

test('a part of a token’s own string never finds its capture', () => {
  const random = fc
    .uint8Array({ minLength: 32, maxLength: 64 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(
    fc.property(random, random, fc.nat(), (signature, opaque, at) => {
      const [header = '', payload = ''] = token({ sub: 'ada', email: 'ada@example.com' }).split('.');
      const tokens = {
        id_token: `${header}.${payload}.${signature}`,
        access_token: `${opaque}.x`,
        refresh_token: opaque,
      };
      const text = searchText(capture({ tokens, params: [['code', opaque]] }));
      for (const secret of [signature, opaque, payload]) {
        const start = at % (secret.length - 8);
        expect(text).not.toContain(secret.slice(start, start + 8).toLowerCase());
      }
    }),
  );
});

describe('what was not read yet', () => {
  test('is counted, and found by its profile', () => {
    const found = searchCaptures(captures, 'orders', {
      profiles,
      textOf: (one) => (one.id === 'ada' ? searchText(one) : undefined),
    });
    expect(found.captures.map(({ id }) => id)).toEqual(['ada', 'jose']);
    expect(found.unread).toBe(captures.length - 1);
  });

  test('is nothing to a search for nothing', () => {
    expect(searchCaptures(captures, '', { profiles, textOf: () => undefined }).unread).toBe(0);
  });
});
