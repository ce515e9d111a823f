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
  'https://app.example.com./callback',
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
  ['myapp://callback', 'custom_scheme'],
  ['com.example.app:/callback', 'custom_scheme'],
  ['urn:ietf:wg:oauth:2.0:oob', 'custom_scheme'],
  ['ftp://app.example.com/callback', 'custom_scheme'],
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
];

describe('a callback', () => {
  test.each(allowed)('may be %s', (text) => {
    expect(judgeCallback(text)).toEqual({ warnings: [] });
  });

  test.each(refused)('is refused as %j: %s', (text, why) => {
    expect(judgeCallback(text)).toEqual({ refusal: why, warnings: [] });
  });

  test.each(warned)('%s is allowed with a warning: %s', (text, id, host) => {
    expect(judgeCallback(text)).toEqual({ warnings: [{ id, host }] });
  });

  test('is judged without throwing, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(judgeCallback(text).warnings)));
  });

  test('that is accepted is one the browser reads and that matches itself', () => {
    const near = fc
      .array(fc.constantFrom('http:', 'https:', '//', '/', 'a.example', 'localhost', ':3', '@', '#', '?x=1', '*', ' '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.webUrl({ withQueryParameters: true })), (text) => {
        fc.pre(judgeCallback(text).refusal === undefined);
        expect(matchesCallback({ callback: text }, text)).toBe(true);
        expect(new URL(text).hash).toBe('');
      }),
    );
  });
});
