import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bearerCurl } from '../../../src/handover/curl.ts';
import { isQuotable, quotePosix } from '../../../src/handover/posix-quote.ts';

/** A folder with a `curl` that prints its arguments, each ended by NUL. */
const folder = mkdtempSync(path.join(tmpdir(), 'claimcheck-curl-'));
writeFileSync(
  path.join(folder, 'curl'),
  `#!${process.execPath}\nprocess.stdout.write(process.argv.slice(2).map((word) => word + '\\0').join(''));\n`,
);
chmodSync(path.join(folder, 'curl'), 0o755);

afterAll(() => rmSync(folder, { recursive: true }));

function argv(line: string): string[] {
  const { stdout, status } = spawnSync('sh', ['-c', line], {
    env: { PATH: `${folder}:${process.env.PATH}` },
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

test('the line for userInfo is the one the article types by hand', () => {
  const line = bearerCurl('https://demo.auth.us-east-1.amazoncognito.com/oauth2/userInfo', 'aa.bb.cc');
  expect(line).toEqual({
    ok: true,
    text: "curl --silent --show-error --fail-with-body --proto '=https' --header 'Authorization: Bearer aa.bb.cc' --url https://demo.auth.us-east-1.amazoncognito.com/oauth2/userInfo",
  });
});

test('whatever the token and the address hold, curl gets them to the letter', () => {
  const printable = fc.string({ unit: 'grapheme' }).filter(isQuotable);
  const nasty = fc.constantFrom(
    "'",
    '"',
    '$(id)',
    '`id`',
    '!',
    '\\',
    '; id',
    '-o x',
    '@/etc/passwd',
    '&&',
    '|',
    ' ',
    '~',
    '*',
    '{a,b}',
    '[1-3]',
  );
  const text = fc.array(fc.oneof(printable, nasty)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (token, query) => {
      const address = `https://api.example/${encodeURI(query)}?q=${query}`;
      const line = bearerCurl(address, token);
      if (!line.ok) throw new Error(line.reason);
      const words = argv(line.text);
      expect(words[words.indexOf('--header') + 1]).toBe(`Authorization: Bearer ${token}`);
      expect(words[words.indexOf('--url') + 1]).toBe(new URL(address).href);
    }),
    { numRuns: 60 },
  );
});

describe('a token goes nowhere unsafe', () => {
  test.each([
    'http://api.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    ' -o /etc/x',
    '',
    'https://user:pw@api.example/',
  ])('%s is refused', (address) => {
    expect(bearerCurl(address, 'token')).toMatchObject({ ok: false, reason: expect.stringContaining('https') });
  });
  test('http on this machine is held to http', () => {
    expect(bearerCurl('http://127.0.0.1:4000/userInfo', 't')).toMatchObject({
      ok: true,
      text: expect.stringContaining("--proto '=http'"),
    });
  });
  test.each(['a\nb', 'a\u0000b', 'a\u001bb', 'a\u2028b', '\uD800'])(
    'a token with a control character is refused: %j',
    (token) => {
      expect(bearerCurl('https://api.example/', token)).toMatchObject({ ok: false });
      expect(() => quotePosix(token)).toThrow(RangeError);
    },
  );
});
