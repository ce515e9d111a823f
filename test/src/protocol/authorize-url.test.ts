import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  authorizeParams,
  authorizeUrl,
  bringsAccessToken,
  hasBrowserFlow,
  withPrompt,
} from '../../../src/protocol/authorize-url.ts';
import { profile } from '../../support/records.ts';

const once = { state: 'the-state', nonce: 'the-nonce' };

test('the address is the one the pool documents, redirect_uri encoded once', () => {
  expect(authorizeUrl(profile(), once)).toBe(
    'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize?response_type=token&client_id=1example23456789abcdefghij' +
      '&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&scope=openid%20email&state=the-state&nonce=the-nonce',
  );
});

test('no scope parameter is sent for an empty list: the provider then takes all', () => {
  expect(authorizeParams(profile({ scopes: [] }), once).map(([name]) => name)).not.toContain('scope');
});

test('a parameter of the profile replaces ours, but never state or nonce', () => {
  const extraParams: [string, string][] = [
    ['lang', 'de'],
    ['response_type', 'id_token'],
    ['state', 'mine'],
    ['nonce', 'mine'],
    ['', 'x'],
  ];
  const params = authorizeParams(profile({ extraParams }), once);
  expect(params.filter(([name]) => name === 'response_type')).toEqual([['response_type', 'id_token']]);
  expect(params).toContainEqual(['state', 'the-state']);
  expect(params).toContainEqual(['nonce', 'the-nonce']);
  expect(params).toContainEqual(['lang', 'de']);
  expect(params.map(([, value]) => value)).not.toContain('mine');
});

test('a query of the authorization endpoint is kept, a fragment is not', () => {
  const endpoints = { authorization: 'https://op.example/authorize?tenant=a#x' };
  expect(authorizeUrl(profile({ endpoints }), once)).toMatch(
    /^https:\/\/op\.example\/authorize\?tenant=a&response_type=token&/,
  );
});

test('every value comes back as it was', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  fc.assert(
    fc.property(text, text, fc.array(fc.tuple(text, text)), (clientId, state, extraParams) => {
      const built = profile({ clientId, extraParams });
      const back = [...new URL(authorizeUrl(built, { ...once, state })).searchParams];
      const sent = authorizeParams(built, { ...once, state });
      expect(back).toEqual(sent.map((pair) => pair.map((part) => part.toWellFormed())));
    }),
  );
});

test('a prompt takes the place of each that the profile has, and of nothing else', () => {
  const extraParams: [string, string][] = [
    ['prompt', 'consent'],
    ['lang', 'de'],
    ['prompt', 'select_account'],
  ];
  const asked = withPrompt(profile({ extraParams }), 'none');
  expect(asked).toEqual({
    ...profile(),
    extraParams: [
      ['lang', 'de'],
      ['prompt', 'none'],
    ],
  });
});

test.each([
  ['', false, false],
  ['id_token', true, false],
  ['token', true, true],
  ['id_token token', true, true],
  ['code', true, true],
  ['code id_token', true, true],
])(
  'of the flow %j is known whether it goes through the browser and brings an access token',
  (responseType, goes, brings) => {
    expect(hasBrowserFlow(profile({ responseType }))).toBe(goes);
    expect(bringsAccessToken(profile({ responseType }))).toBe(brings);
  },
);
