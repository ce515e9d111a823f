import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesCallback } from '../../../src/protocol/callback-match.ts';
import { judgeCallback } from '../../../src/protocol/callback-rules.ts';

const allowed = [
  'http://localhost:3000/callback',
  'http://127.0.0.1/callback',
  'http://[::1]:3000/callback',
  'https://app.example.com/callback',
  'https://app.example.com/callback/',
  'https://app.example.com',
  'HTTPS://App.Example.com:443/callback',
  'https://app.example.com/callback?tenant=a%20b',
  'https://app.example.com/a@b',
  'https://xn--exmple-4nf.com/callback',
];

const refused: [text: string, why: string][] = [
  ['', 'missing'],
  ['https://app.example.com/call back', 'white_space'],
  ['https://app.example.com/c\tb', 'white_space'],
  ['https://app.example.com/c\nb', 'white_space'],
  ['https://app.example.com/c\u0000b', 'white_space'],
  ['https://app.example.com\\@evil.example/cb', 'backslash'],
  ['http:\\\\localhost/cb', 'backslash'],
  ['localhost:3000/callback', 'no_scheme'],
  ['app.example.com/callback', 'no_scheme'],
  ['app.example.com:8443', 'no_scheme'],
  ['callback', 'no_scheme'],
  ['/callback', 'relative'],
  ['//app.example.com/callback', 'relative'],
  ['./callback', 'relative'],
  ['?code=1', 'relative'],
  ['javascript:alert(1)', 'code_scheme'],
  ['JavaScript://app.example.com/%0aalert(1)', 'code_scheme'],
  ['data:text/html,x', 'code_scheme'],
  ['file:///etc/passwd', 'code_scheme'],
  ['localhost:/callback', 'no_scheme'],
  ['myapp:', 'malformed'],
  ['myapp://', 'malformed'],
  ['myapp:?app=1', 'malformed'],
  ['myapp://?app=1', 'malformed'],
  ['myapp://callback:99999', 'malformed'],
  ['myapp://call back', 'white_space'],
  ['myapp://call\tback', 'white_space'],
  ['myapp:\\\\callback', 'backslash'],
  ['myapp://user@callback', 'user_info'],
  ['myapp://user:pw@callback/cb', 'user_info'],
  ['myapp://callback#', 'fragment'],
  ['com.example.app:/oauth2redirect#top', 'fragment'],
  ['myapp:callback#top', 'fragment'],
  ['myapp://*', 'wildcard'],
  ['com.example.app:/*', 'wildcard'],
  ['http:/localhost/callback', 'malformed'],
  ['https:app.example.com', 'malformed'],
  ['https://', 'malformed'],
  ['https:///callback', 'malformed'],
  ['http://localhost:99999/callback', 'malformed'],
  ['https://user:pw@app.example.com/cb', 'user_info'],
  ['https://@app.example.com/cb', 'user_info'],
  ['https://app.example.com@evil.example/cb', 'user_info'],
  ['https://app.example.com/callback#', 'fragment'],
  ['https://app.example.com/callback#top', 'fragment'],
  ['https://app.example.com#@x', 'fragment'],
  ['https://*.example.com/callback', 'wildcard'],
  ['https://app.example.com/*', 'wildcard'],
  ['https://%2A.example.com/callback', 'wildcard'],
  ['https://＊/callback', 'wildcard'],
];

const warned: [text: string, id: string, host: string][] = [
  ['http://app.example.com/callback', 'plain_http', 'app.example.com'],
  ['http://localhost.example.com/callback', 'plain_http', 'localhost.example.com'],
  ['https://bücher.example/callback', 'international_host', 'xn--bcher-kva.example'],
  ['https://пример.example/callback', 'international_host', 'xn--e1afmkfd.example'],
  ['https://ex\u0430mple.com/callback', 'mixed_script', 'xn--exmple-4nf.com'],
  ['https://\uff41pp.example.com/callback', 'host_read_as', 'app.example.com'],
  ['https://app%2Eexample.com/callback', 'host_read_as', 'app.example.com'],
  ['http://127.1:3000/callback', 'host_read_as', '127.0.0.1'],
  ['http://0x7f.1:3000/callback', 'host_read_as', '127.0.0.1'],
  ['https://app.example.com./callback', 'trailing_dot', 'app.example.com.'],
  ['myapp://callback', 'custom_scheme', 'myapp'],
  ['MyApp://callback/cb?app=1', 'custom_scheme', 'myapp'],
  ['myapp:callback', 'custom_scheme', 'myapp'],
  ['myapp:/', 'custom_scheme', 'myapp'],
  ['myapp://callback:3000/cb', 'custom_scheme', 'myapp'],
  ['myapp://callback.', 'custom_scheme', 'myapp'],
  ['com.example.app:/oauth2redirect', 'custom_scheme', 'com.example.app'],
  ['com.googleusercontent.apps.123-abc:/oauth2redirect', 'custom_scheme', 'com.googleusercontent.apps.123-abc'],
  ['msauth.com.example.app://auth', 'custom_scheme', 'msauth.com.example.app'],
];

const refusedSchemes = [
  ...['javascript:alert(1)', 'vbscript:x', 'data:text/html,x', 'blob:https://app.example.com/x', 'file:///cb'],
  ...['filesystem:https://app.example.com/x', 'about:blank', 'view-source:https://app.example.com/cb'],
  ...['chrome://settings/cb', 'chrome-extension://abc/cb', 'chrome-untrusted://x/cb', 'moz-extension://abc/cb'],
  ...[
    'moz-icon://x/cb',
    'edge://settings',
    'brave://settings',
    'devtools://x/cb',
    'resource://gre/cb',
    'jar:file:///x!/',
  ],
  ...['ws://app.example.com/cb', 'wss://app.example.com/cb', 'ftp://app.example.com/cb', 'mailto:a@b.example'],
  ...[
    'tel:123',
    'sms:123',
    'intent://cb#Intent;scheme=myapp;end',
    'content://x/cb',
    'search-ms:query=x',
    'ms-msdt:/id',
  ],
  ...['urn:ietf:wg:oauth:2.0:oob'],
];

describe('a callback', () => {
  test.each(refusedSchemes)('is refused for its scheme, in any case: %s', (text) => {
    for (const spelled of [text, text.replace(/^[^:]+/, (scheme) => scheme.toUpperCase())]) {
      expect(judgeCallback(spelled)).toEqual({ refusal: 'code_scheme', warnings: [] });
    }
  });

  test.each(allowed)('may be %s', (text) => {
    expect(judgeCallback(text)).toEqual({ warnings: [] });
  });

  test.each(refused)('is refused as %j: %s', (text, why) => {
    expect(judgeCallback(text)).toEqual({ refusal: why, warnings: [] });
  });

  test.each(warned)('%s is allowed with a warning: %s', (text, id, host) => {
    expect(judgeCallback(text)).toEqual({ warnings: [{ id, host }] });
  });

  test('is told everything at once', () => {
    const ids = judgeCallback('http://b\u00fccher.example./cb').warnings.map(({ id }) => id);
    expect(ids).toEqual(['plain_http', 'international_host', 'trailing_dot']);
  });

  test('is judged without throwing, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(judgeCallback(text).warnings)));
  });

  test('that is accepted is one the browser reads and that matches itself', () => {
    const near = fc
      .array(
        fc.constantFrom(
          'http:',
          'https:',
          'myapp:',
          '//',
          '/',
          'a.example',
          'localhost',
          ':3',
          '@',
          '#',
          '?x=1',
          '*',
          ' ',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.webUrl({ withQueryParameters: true })), (text) => {
        fc.pre(judgeCallback(text).refusal === undefined);
        expect(matchesCallback({ callback: text }, text)).toBe(true);
        expect(new URL(text)).toMatchObject({ hash: '', username: '', password: '' });
      }),
    );
  });
});
