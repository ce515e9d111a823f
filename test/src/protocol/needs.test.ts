import { describe, expect, test } from 'vitest';
import { grantablePattern, needsOf, surplusOf } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { profile } from '../../support/records.ts';

const provider = 'https://demo.auth.us-east-1.amazoncognito.com/*';

const op = { authorization: 'https://op.example/authorize', token: 'https://op.example/token' };
const pool = {
  authorization: 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize',
  token: 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/token',
};

describe('what a profile needs the browser to grant', () => {
  test.each([
    ['nothing but navigations', {}, ['webNavigation'], []],
    ['requests', { watchRequests: true }, ['webNavigation', 'webRequest'], ['http://localhost/*']],
    [
      'to intercept',
      { intercept: true },
      ['webNavigation', 'webRequest', 'declarativeNetRequestWithHostAccess'],
      ['http://localhost/*'],
    ],
    ['to clean the history', { cleanUp: ['history'] }, ['webNavigation', 'history'], []],
    ['to clean the address', { cleanUp: ['address'] }, ['webNavigation', 'scripting'], ['http://localhost/*']],
    [
      'no access to the token host of Cognito, which lets anybody read',
      { responseType: 'code', endpoints: pool },
      ['webNavigation'],
      [],
    ],
    [
      'the host of the token endpoint, for a code',
      { provider: 'oidc', responseType: 'code id_token', endpoints: op },
      ['webNavigation'],
      ['https://op.example/*'],
    ],
    [
      'the one that the metadata of its issuer names',
      {
        provider: 'oidc',
        issuer: 'https://op.example',
        metadata: {
          fetchedAt: 0,
          document: { issuer: 'https://op.example', token_endpoint: 'https://tokens.example/token' },
        },
        responseType: 'code',
      },
      ['webNavigation'],
      ['https://tokens.example/*'],
    ],
    [
      'for a client alone nothing but that',
      { provider: 'oidc', responseType: '', endpoints: op },
      [],
      ['https://op.example/*'],
    ],
    [
      'not where no code comes',
      { provider: 'oidc', responseType: 'id_token token', endpoints: op },
      ['webNavigation'],
      [],
    ],
    [
      'an app’s own scheme: where the provider redirects to it',
      { watchRequests: true, callback: 'myapp://callback' },
      ['webNavigation', 'webRequest'],
      [provider],
    ],
    [
      'nothing that could do nothing: a host that cannot be asked for',
      { watchRequests: true, intercept: true, cleanUp: ['address'], callback: 'http://app.example.com/cb' },
      ['webNavigation'],
      [],
    ],
    [
      'no other hosts than those it names: a * in one would be all of them',
      {
        ...{ watchRequests: true, intercept: true, cleanUp: ['address'], callback: 'https://*.example/cb' },
        ...{ provider: 'oidc', responseType: 'code', endpoints: { ...op, token: 'https://%2A/token' } },
      },
      ['webNavigation'],
      [],
    ],
    [
      'nothing that could do nothing: an app’s own scheme has no page and no request',
      { intercept: true, cleanUp: ['address'], callback: 'myapp://callback' },
      ['webNavigation'],
      [],
    ],
  ] as [string, Partial<Profile>, string[], string[]][])('%s', (_, over, permissions, origins) => {
    expect(needsOf(profile(over))).toEqual({ permissions, origins });
  });
});

test.each([
  ['https://app.example.com:8443/cb', 'https://app.example.com/*'],
  ['http://localhost:3000/cb', 'http://localhost/*'],
  ['http://127.0.0.1:3000/cb', 'http://127.0.0.1/*'],
  ['http://app.example.com/cb', undefined],
  ['http://[::1]:3000/cb', undefined],
  ['https://*.example.com/cb', undefined],
  ['https://＊/cb', undefined],
  ['myapp://callback', undefined],
  ['', undefined],
])('for %s the browser can be asked for %s', (address, pattern) => {
  expect(grantablePattern(address)).toBe(pattern);
});

describe('what is given back', () => {
  const held = {
    permissions: ['alarms', 'storage', 'webNavigation', 'webRequest', 'history', 'scripting'],
    origins: ['http://localhost/*', provider, 'https://old.example/*', 'https://*/*'],
  };
  test('what no profile needs, its callback’s host too; never where it calls, nor what was allowed at large', () => {
    expect(surplusOf(held, [profile({ cleanUp: ['history'] })])).toEqual({
      permissions: ['webRequest', 'scripting'],
      origins: ['http://localhost/*', 'https://old.example/*'],
    });
  });
  test('not the host that the metadata of the issuer names for tokens', () => {
    const { issuer = '' } = profile();
    const document = { issuer, revocation_endpoint: 'https://old.example/revoke' };
    const saved = profile({ metadata: { fetchedAt: 0, document } });
    expect(surplusOf(held, [saved]).origins).toEqual(['http://localhost/*']);
  });
  test('nothing while one profile needs it', () => {
    const all = profile({ intercept: true, cleanUp: ['history', 'address'] });
    expect(surplusOf(held, [profile({ id: 'p2' }), all])).toEqual({
      permissions: [],
      origins: ['https://old.example/*'],
    });
  });
  test('with the last profile everything but to be told of navigations', () => {
    expect(surplusOf(held, [])).toEqual({
      permissions: ['webRequest', 'history', 'scripting'],
      origins: ['http://localhost/*', provider, 'https://old.example/*'],
    });
  });
});
