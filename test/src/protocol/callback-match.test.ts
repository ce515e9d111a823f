import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesCallback } from '../../../src/protocol/callback-match.ts';

const callback = 'https://app.example.com/cb';

const matching: [what: string, callback: string, address: string][] = [
  ['the callback itself', callback, 'https://app.example.com/cb'],
  ['with an answer in the fragment', callback, 'https://app.example.com/cb#access_token=a&state=b'],
  ['with an answer in the query', callback, 'https://app.example.com/cb?code=a'],
  ['the default port', callback, 'https://app.example.com:443/cb'],
  ['scheme and host in upper case', callback, 'HTTPS://APP.EXAMPLE.COM/cb'],
  ['dot segments, which the browser resolves', callback, 'https://app.example.com/x/../cb'],
  ['encoded dot segments, which the browser resolves', callback, 'https://app.example.com/x/%2e%2e/cb'],
  ['a full-width letter in the host', callback, 'https://\uFF41pp.example.com/cb'],
  ['an encoded dot in the host', callback, 'https://app%2Eexample.com/cb'],
  ['a tab inside, which the browser drops', callback, 'https://app.example.com/c\tb'],
  ['the registered query first', 'https://app.example.com/cb?app=1', 'https://app.example.com/cb?app=1&code=a'],
  ['the registered query last', 'https://app.example.com/cb?app=1', 'https://app.example.com/cb?code=a&app=1'],
  ['another spelling of 127.0.0.1', 'http://127.0.0.1:3000/cb', 'http://127.1:3000/cb'],
  ['[::1]', 'http://[::1]:3000/cb', 'http://[::1]:3000/cb#x'],
];

const others: [what: string, callback: string, address: string][] = [
  ['a longer host', callback, 'https://app.example.com.evil.com/cb'],
  ['a host with a prefix', callback, 'https://evil-app.example.com/cb'],
  ['the host as user info', callback, 'https://app.example.com@evil.com/cb'],
  ['user info before the right host', callback, 'https://user:pw@app.example.com/cb'],
  ['a user name alone', callback, 'https://user@app.example.com/cb'],
  ['a backslash before an @', callback, 'https://app.example.com\\@evil.com/cb'],
  ['a trailing dot in the host', callback, 'https://app.example.com./cb'],
  ['another port', callback, 'https://app.example.com:8443/cb'],
  ['another scheme', callback, 'http://app.example.com/cb'],
  ['another path', callback, 'https://app.example.com/cb2'],
  ['a trailing slash', callback, 'https://app.example.com/cb/'],
  ['a doubled slash', callback, 'https://app.example.com//cb'],
  ['another case in the path', callback, 'https://app.example.com/CB'],
  ['an encoded letter in the path', callback, 'https://app.example.com/%63b'],
  ['a path parameter', callback, 'https://app.example.com/cb;x'],
  ['an encoded NUL in the path', callback, 'https://app.example.com/cb%00'],
  ['a Cyrillic letter in the host', callback, 'https://\u0430pp.example.com/cb'],
  ['the registered query missing', 'https://app.example.com/cb?app=1', 'https://app.example.com/cb?code=a'],
  ['the registered query with another value', 'https://app.example.com/cb?app=1', 'https://app.example.com/cb?app=2'],
  ['the registered pair only in the fragment', 'https://app.example.com/cb?app=1', 'https://app.example.com/cb#app=1'],
  ['localhost for 127.0.0.1', 'http://127.0.0.1:3000/cb', 'http://localhost:3000/cb'],
  ['no URL at all', callback, 'not a url'],
];

describe('a navigation ends at the callback', () => {
  test.each(matching)('%s', (_, registered, address) => {
    expect(matchesCallback({ callback: registered }, address)).toBe(true);
  });
});

describe('a navigation ends elsewhere', () => {
  test.each(others)('%s', (_, registered, address) => {
    expect(matchesCallback({ callback: registered }, address)).toBe(false);
  });
});

test('another loopback port is taken only when the profile says so', () => {
  const registered = { callback: 'http://127.0.0.1:3000/cb' };
  expect(matchesCallback(registered, 'http://127.0.0.1:4000/cb')).toBe(false);
  expect(matchesCallback({ ...registered, anyLoopbackPort: true }, 'http://127.0.0.1:4000/cb')).toBe(true);
  expect(matchesCallback({ callback, anyLoopbackPort: true }, 'https://app.example.com:8443/cb')).toBe(false);
});

test('whatever follows in the fragment or query, the callback still matches', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('#', '?'), (tail, sign) => {
      const address = `${callback}${sign}${encodeURIComponent(tail.toWellFormed())}`;
      expect(matchesCallback({ callback }, address)).toBe(true);
    }),
  );
});

test('nothing that does not have the very origin and path matches, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (address) => {
      const isMatch = matchesCallback({ callback }, address);
      const url = URL.canParse(address) ? new URL(address) : undefined;
      expect(isMatch).toBe(
        url?.origin === 'https://app.example.com' &&
          url.pathname === '/cb' &&
          url.username === '' &&
          url.password === '',
      );
    }),
  );
});
