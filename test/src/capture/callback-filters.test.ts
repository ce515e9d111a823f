import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyPage, callbackFilters, type UrlFilter } from '../../../src/capture/callback-filters.ts';
import { matchesCallback } from '../../../src/protocol/callback-match.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { profile } from '../../support/records.ts';

const oidc = (over: Partial<Profile>) => profile({ provider: 'oidc', ...over });

/**
 * How the browsers judge a filter. `chromium` finds every component; `firefox` finds neither path nor port in an
 * address of a custom scheme. Both know the default ports of the web alone.
 */
function passes(filter: UrlFilter, address: string, browser: 'chromium' | 'firefox'): boolean {
  const url = new URL(address);
  const isWeb = /^https?:$/.test(url.protocol);
  const isBlind = browser === 'firefox' && !isWeb;
  const port = url.port !== '' ? Number(url.port) : { 'http:': 80, 'https:': 443 }[url.protocol];
  const { schemes, hostEquals, pathEquals, ports } = filter;
  return (
    (schemes === undefined || schemes.includes(url.protocol.slice(0, -1))) &&
    (hostEquals === undefined || url.hostname === hostEquals) &&
    (pathEquals === undefined || (!isBlind && url.pathname === pathEquals)) &&
    (ports === undefined || (!isBlind && port !== undefined && ports.includes(port)))
  );
}

describe('a filter is as narrow as the browsers can match', () => {
  const vectors: [callback: string, filter: UrlFilter][] = [
    [
      'https://app.example.com/cb?app=1',
      { schemes: ['https'], hostEquals: 'app.example.com', pathEquals: '/cb', ports: [443] },
    ],
    ['http://app.example.com', { schemes: ['http'], hostEquals: 'app.example.com', pathEquals: '/', ports: [80] }],
    ['http://[::1]:3000/cb', { schemes: ['http'], hostEquals: '[::1]', pathEquals: '/cb', ports: [3000] }],
    [
      'https://App.example.com./',
      { schemes: ['https'], hostEquals: 'app.example.com.', pathEquals: '/', ports: [443] },
    ],
    ['myapp://callback', { schemes: ['myapp'] }],
    ['MyApp://CallBack:80/cb', { schemes: ['myapp'] }],
    ['myapp:callback', { schemes: ['myapp'] }],
    ['com.example.app:/oauth2redirect', { schemes: ['com.example.app'] }],
  ];
  test.each(vectors)('%s', (callback, filter) => {
    expect(callbackFilters([oidc({ callback })])).toEqual([filter]);
  });

  test('two callbacks of one app need one filter', () => {
    const profiles = [oidc({ callback: 'myapp://one' }), oidc({ callback: 'myapp://two' })];
    expect(callbackFilters(profiles)).toEqual([{ schemes: ['myapp'] }]);
  });

  test.each(['not a url', ''])('none for %j', (callback) => {
    expect(callbackFilters([oidc({ callback })])).toEqual([]);
  });

  test('Chromium is never given a host that is not in lower case: it would refuse the listener', () => {
    fc.assert(
      fc.property(fc.constantFrom('http', 'https', 'myapp'), fc.string(), (scheme, host) => {
        for (const { hostEquals = '' } of callbackFilters([oidc({ callback: `${scheme}://${host}/cb` })])) {
          expect(hostEquals).toBe(hostEquals.toLowerCase());
        }
      }),
    );
  });
});

const word = fc.stringMatching(/^[a-zA-Z][a-z0-9]{0,5}$/);
const callbacks = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.webUrl({ authoritySettings: { withPort: true, withIPv4Extended: true, withIPv6: true } }),
  fc
    .tuple(fc.constantFrom('localhost', '127.0.0.1', '127.1', '[::1]'), fc.nat(65_535), fc.constantFrom('', '/cb', '/'))
    .map(([host, port, path]) => `http://${host}:${port}${path}`),
  fc
    .tuple(word, fc.constantFrom(':', ':/', '://', ':///'), word, fc.constantFrom('', ':80', '/', '/cb', '?app=1'))
    .map((parts) => parts.join('')),
);

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  const isSeen = (registered: Profile, address: string) =>
    callbackFilters([registered]).some((filter) => passes(filter, address, browser));

  test('an answer at any callback passes its filter', () => {
    fc.assert(
      fc.property(callbacks, fc.constantFrom('#access_token=a', '?code=a', '#'), (callback, tail) => {
        const address = tail.startsWith('?') && callback.includes('?') ? `${callback}&code=a` : callback + tail;
        expect(matchesCallback({ callback }, address)).toBe(true);
        expect(isSeen(oidc({ callback }), address)).toBe(true);
      }),
    );
  });

  test('so does every address that matches, whatever was changed in it', () => {
    const mutation = fc.tuple(
      fc.constantFrom('port', 'hostname', 'pathname', 'search', 'hash', 'username'),
      fc.constantFrom('', '80', '443', '3000', 'localhost', '127.0.0.1', 'cb', '/cb', 'x=1'),
    );
    fc.assert(
      fc.property(callbacks, mutation, fc.boolean(), (callback, [component, value], anyLoopbackPort) => {
        const address = new URL(callback);
        address[component] = value;
        fc.pre(matchesCallback({ callback, anyLoopbackPort }, address.href));
        expect(isSeen(oidc({ callback, anyLoopbackPort }), address.href)).toBe(true);
      }),
    );
  });

  test('a page elsewhere does not pass', () => {
    fc.assert(
      fc.property(callbacks, fc.webUrl(), (callback, page) => {
        const isThere = matchesCallback({ callback }, page) || new URL(callback).host === new URL(page).host;
        fc.pre(!isThere);
        expect(isSeen(oidc({ callback }), page)).toBe(false);
      }),
    );
  });

  test('another port of this machine passes where any is taken, and only there', () => {
    const callback = 'http://localhost:3000/cb';
    expect(isSeen(oidc({ callback, anyLoopbackPort: true }), 'http://localhost:4000/cb?code=a')).toBe(true);
    expect(isSeen(oidc({ callback }), 'http://localhost:4000/cb?code=a')).toBe(false);
  });
});

test('the first turn of a start misses nothing: a custom scheme wakes the worker too', () => {
  for (const address of ['https://app.example.com/cb', 'http://[::1]:3000/', 'myapp://callback', 'com.ex.app:/cb']) {
    expect(anyPage.some((filter) => passes(filter, address, 'chromium'))).toBe(true);
  }
});
