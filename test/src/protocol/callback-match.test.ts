import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesCallback, withoutAnswer } from '../../../src/protocol/callback-match.ts';

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
  ['a hexadecimal spelling of 127.0.0.1', 'http://127.0.0.1:3000/cb', 'http://0x7f.1:3000/cb'],
  ['another spelling of 127.0.0.1 that was registered', 'http://127.1:3000/cb', 'http://127.0.0.1:3000/cb'],
  ['a newline inside, which the browser drops', callback, 'https://app.example.com/c\nb'],
  ['a backslash before the path, which the browser turns', callback, 'https://app.example.com\\cb'],
  ['the punycode of an international host', 'https://b\u00fccher.example/cb', 'https://xn--bcher-kva.example/cb'],
  ['a registered trailing dot', 'https://app.example.com./cb', 'https://app.example.com./cb?code=a'],
  ['the root, with and without its slash', 'https://app.example.com', 'https://app.example.com/?code=a'],
  ['a registered pair in another encoding', 'https://app.example.com/cb?a=b%20c', 'https://app.example.com/cb?a=b+c'],
  ['a registered pair that stands twice', 'https://app.example.com/cb?a=1&a=2', 'https://app.example.com/cb?a=2&a=1'],
  ['a custom scheme with a host', 'myapp://callback', 'myapp://callback#access_token=a'],
  ['a custom scheme in upper case', 'myapp://callback', 'MYAPP://callback?code=a'],
  ['a custom scheme with a host and a path', 'myapp://callback/cb?app=1', 'myapp://callback/cb?app=1&code=a'],
  ['a custom scheme with a path alone', 'com.example.app:/oauth2redirect', 'com.example.app:/oauth2redirect?code=a'],
  ['a custom scheme without any slash', 'myapp:callback', 'myapp:callback?code=a'],
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
  ['127.0.0.1 for localhost', 'http://localhost:3000/cb', 'http://127.0.0.1:3000/cb'],
  ['[::1] for 127.0.0.1', 'http://127.0.0.1:3000/cb', 'http://[::1]:3000/cb'],
  ['another port of this machine', 'http://localhost:3000/cb', 'http://localhost:3001/cb'],
  ['a host below the right one', callback, 'https://a.app.example.com/cb'],
  ['no trailing dot where one is registered', 'https://app.example.com./cb', 'https://app.example.com/cb'],
  ['a password alone', callback, 'https://:pw@app.example.com/cb'],
  ['a path below the right one', callback, 'https://app.example.com/cb/x'],
  ['the path without a trailing slash', 'https://app.example.com/cb/', 'https://app.example.com/cb'],
  ['an encoded slash in the path', 'https://app.example.com/a/cb', 'https://app.example.com/a%2Fcb'],
  ['a registered pair that must stand twice', 'https://app.example.com/cb?a=1&a=1', 'https://app.example.com/cb?a=1'],
  ['another custom scheme', 'myapp://callback', 'myapp2://callback'],
  ['another host of a custom scheme', 'myapp://callback', 'myapp://callback.evil'],
  ['another case in the host of a custom scheme', 'myapp://callback', 'myapp://CallBack'],
  ['another path of a custom scheme', 'myapp://callback', 'myapp://callback/x'],
  ['a path where a custom scheme has a host', 'myapp://callback', 'myapp:callback'],
  ['user info in a custom scheme', 'myapp://callback', 'myapp://user@callback'],
  ['a port of a custom scheme', 'myapp://callback', 'myapp://callback:80'],
  ['a web page for a custom scheme', 'myapp://callback', 'https://callback'],
  ['no URL at all', callback, 'not a url'],
  ['nothing', callback, ''],
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
  expect(matchesCallback({ ...registered, anyLoopbackPort: true }, 'http://localhost:4000/cb')).toBe(false);
  expect(matchesCallback({ callback, anyLoopbackPort: true }, 'https://app.example.com:8443/cb')).toBe(false);
  const app = { callback: 'myapp://localhost:3000/cb', anyLoopbackPort: true };
  expect(matchesCallback(app, 'myapp://localhost:4000/cb')).toBe(false);
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

/** The components of an address in text that a browser reads as it stands. */
type Parts = { scheme: string; user: string; host: string; port: string; path: string; query: [string, string][] };

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const pair = fc.tuple(word, fc.string({ unit: 'grapheme', maxLength: 8 }));
const part: { [name in keyof Parts]: fc.Arbitrary<Parts[name]> } = {
  scheme: fc.constantFrom('https', 'http', 'myapp', 'com.example.app'),
  user: fc.constant(''),
  host: fc.oneof(
    fc.constantFrom('localhost', '127.0.0.1', '[::1]', 'app.example.com.'),
    fc.array(word, { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}.example`),
  ),
  port: fc.oneof(fc.constant(''), fc.integer({ min: 1024, max: 65_535 }).map(String)),
  path: fc.array(fc.oneof(word, fc.constantFrom('', '%63b', 'cb;x', 'CB', '%00')), { maxLength: 3 }).map(asPath),
  query: fc.array(pair, { maxLength: 3 }),
};
const registered = fc.record(part);

function asPath(segments: string[]): string {
  return segments.map((segment) => `/${segment}`).join('') || '/cb';
}

function addressOf({ scheme, user, host, port, path, query }: Parts, added: [string, string][] = []): string {
  const search = new URLSearchParams([...added, ...query]).toString();
  return `${scheme}://${user && `${user}@`}${host}${port && `:${port}`}${path}${search && `?${search}`}`;
}

const answers = fc.array(pair, { maxLength: 3 });
const tails = fc.constantFrom('', '#', '#access_token=a&state=b', '#/route');

describe('for any callback', () => {
  test('the address that was registered matches, whatever answer is added in query and fragment', () => {
    fc.assert(
      fc.property(registered, answers, tails, (parts, answer, tail) => {
        expect(matchesCallback({ callback: addressOf(parts) }, addressOf(parts, answer) + tail)).toBe(true);
      }),
    );
  });

  test('another scheme, host, port or path is another place', () => {
    const component = fc.constantFrom('scheme', 'host', 'port', 'path');
    fc.assert(
      fc.property(registered, registered, component, tails, (parts, others, name, tail) => {
        const changed = addressOf({ ...parts, [name]: others[name] });
        const isSame = parts[name] === others[name];
        expect(matchesCallback({ callback: addressOf(parts) }, changed + tail)).toBe(isSame);
      }),
    );
  });

  test('what only begins or ends like it is another place', () => {
    const longer = fc.tuple(fc.constantFrom('scheme', 'host', 'path'), word, fc.boolean());
    fc.assert(
      fc.property(registered, longer, (parts, [name, more, isBefore]) => {
        const changed = { ...parts, [name]: isBefore ? more + parts[name] : parts[name] + more };
        if (name === 'path') changed.path = isBefore ? `/${more}${parts.path}` : parts.path + more;
        expect(matchesCallback({ callback: addressOf(parts) }, addressOf(changed))).toBe(false);
      }),
    );
  });

  test('user info is never taken', () => {
    fc.assert(
      fc.property(registered, word, fc.constantFrom('', ':', ':pw'), (parts, user, password) => {
        const address = addressOf({ ...parts, user: user + password });
        expect(matchesCallback({ callback: addressOf(parts) }, address)).toBe(false);
      }),
    );
  });

  test('a registered pair that is missing is missed', () => {
    fc.assert(
      fc.property(registered, pair, fc.nat(), (parts, more, at) => {
        const query = parts.query.toSpliced(at % (parts.query.length + 1), 0, more);
        expect(matchesCallback({ callback: addressOf({ ...parts, query }) }, addressOf(parts))).toBe(false);
        expect(matchesCallback({ callback: addressOf(parts) }, addressOf({ ...parts, query }))).toBe(true);
      }),
    );
  });

  test('any port of this machine is taken only where the profile says so, and nothing else changes by it', () => {
    fc.assert(
      fc.property(registered, registered, fc.constantFrom('host', 'port', 'path'), (parts, others, name) => {
        const callback = addressOf(parts);
        const address = addressOf({ ...parts, [name]: others[name] });
        const isLocal = /^https?$/.test(parts.scheme) && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(parts.host);
        const isMatch = parts[name] === others[name] || (isLocal && name === 'port');
        expect(matchesCallback({ callback, anyLoopbackPort: true }, address)).toBe(isMatch);
      }),
    );
  });

  test('nothing throws, whatever stands on either side', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      registered.map((parts) => addressOf(parts)),
    );
    fc.assert(
      fc.property(text, text, fc.boolean(), (one, other, anyLoopbackPort) => {
        expect(typeof matchesCallback({ callback: one, anyLoopbackPort }, other)).toBe('boolean');
        expect(typeof withoutAnswer(one, other)).toBe('string');
      }),
    );
  });
});

describe('where a login ended, without its answer', () => {
  const ends: [address: string, callback: string, end: string][] = [
    ['https://app.example.com/cb?code=a&state=b', callback, 'https://app.example.com/cb'],
    ['https://app.example.com/cb#access_token=a', callback, 'https://app.example.com/cb'],
    ['HTTPS://App.Example.com:443/x/../cb?code=a', callback, 'https://app.example.com/cb'],
    ['https://app.example.com?code=a', 'https://app.example.com', 'https://app.example.com/'],
    ['https://app.example.com/cb?code=a&app=1', 'https://app.example.com/cb?app=1', 'https://app.example.com/cb?app=1'],
    ['https://user:pw@app.example.com/cb?code=a', callback, 'https://app.example.com/cb'],
    ['http://127.0.0.1:4000/cb?code=a', 'http://127.0.0.1:3000/cb', 'http://127.0.0.1:4000/cb'],
    ['http://[::1]:3000/cb#id_token=a', 'http://[::1]:3000/cb', 'http://[::1]:3000/cb'],
    ['myapp://callback#access_token=a', 'myapp://callback', 'myapp://callback'],
    ['myapp://user@callback/cb?code=a', 'myapp://callback/cb', 'myapp://callback/cb'],
    ['myapp://callback:3000?code=a', 'myapp://callback:3000', 'myapp://callback:3000'],
    ['com.example.app:/oauth2redirect?code=a', 'com.example.app:/oauth2redirect', 'com.example.app:/oauth2redirect'],
    ['com.example.app:///cb?code=a', 'com.example.app:///cb', 'com.example.app:///cb'],
    ['myapp:callback?code=a#b', 'myapp:callback', 'myapp:callback'],
    ['myapp:callback?code=a&app=1', 'myapp:callback?app=1', 'myapp:callback?app=1'],
    ['no URL, code=a', callback, callback],
  ];
  test.each(ends)('%s of %s', (address, registered, end) => {
    expect(withoutAnswer(address, registered)).toBe(end);
  });

  test('for any callback it is the callback as the browser writes it, and matches', () => {
    fc.assert(
      fc.property(registered, answers, tails, (parts, answer, tail) => {
        const callback = addressOf(parts);
        const end = withoutAnswer(addressOf(parts, answer) + tail, callback);
        expect(end).toBe(new URL(callback).href);
        expect(matchesCallback({ callback }, end)).toBe(true);
      }),
    );
  });
});
