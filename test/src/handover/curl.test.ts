import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bearerCurl } from '../../../src/handover/curl.ts';
import { isQuotable, quotePosix } from '../../../src/handover/posix-quote.ts';
import { type Shell, shells } from '../../../src/protocol/records.ts';
import { cmdArgv } from '../../support/shells/cmd.ts';
import { posixArgv, posixShells, printers } from '../../support/shells/posix.ts';
import { powershellArgv } from '../../support/shells/powershell.ts';
import { curlLines, nastyPieces, refusedTokens } from '../../vectors/copy-commands.ts';

const { folder, remove } = printers(['curl']);
afterAll(remove);

const env = { ACCESS_TOKEN: "it's a.b.c", A: 'replaced' };

/** What curl gets from a line: posix in each shell that is really run, the others by their documented rules. */
function argvs(shell: Shell, line: string): string[][] {
  switch (shell) {
    case 'posix':
      return posixShells.map((name) => posixArgv(name, folder, line, env));
    case 'pwsh':
      return [powershellArgv(line, 'standard', env).slice(1)];
    case 'powershell':
      return [powershellArgv(line, 'legacy', env).slice(1)];
    case 'cmd':
      return [false, true].map((hasDelayedExpansion) => cmdArgv(line, { env, hasDelayedExpansion }).slice(1));
  }
}

/** The token and the address that curl was given. */
const given = (words: string[]) => [words[words.indexOf('--header') + 1], words[words.indexOf('--url') + 1]];

test.each(curlLines)('curl $name', ({ shell, address, token, env: fromEnv, line }) => {
  expect(bearerCurl(address, fromEnv ? { env: 'ACCESS_TOKEN' } : token, shell)).toEqual({ ok: true, text: line });
  for (const words of argvs(shell, line))
    expect(given(words)).toEqual([
      `Authorization: Bearer ${fromEnv ? env.ACCESS_TOKEN : token}`,
      new URL(address).href,
    ]);
});

test.each(refusedTokens)('$shell does not carry everything: $reason', ({ shell, token, reason }) => {
  expect(bearerCurl('https://api.example/', token, shell)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(reason),
  });
});

const printable = fc.string({ unit: 'grapheme' }).filter(isQuotable);
const text = fc.array(fc.oneof(printable, fc.constantFrom(...nastyPieces))).map((parts) => parts.join(''));

test.each(shells)(
  'whatever the token and the address hold, curl gets them to the letter in %s, or not at all',
  (shell) => {
    let carried = 0;
    fc.assert(
      fc.property(text, text, (token, query) => {
        const address = `https://api.example/${encodeURI(query)}?q=${query}`;
        const line = bearerCurl(address, token, shell);
        if (!line.ok) {
          expect(['powershell', 'cmd'], line.reason).toContain(shell);
          return;
        }
        carried += 1;
        for (const words of argvs(shell, line.text)) {
          expect(words.length).toBe(words.includes('--globoff') ? 10 : 9);
          expect(given(words)).toEqual([`Authorization: Bearer ${token}`, new URL(address).href]);
        }
      }),
      { numRuns: shell === 'posix' ? 25 : 400 },
    );
    expect(carried).toBeGreaterThan(10);
  },
);

test.each(shells)('a JWT and an address without a query are carried in %s', (shell) => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln_-nature';
  const line = bearerCurl('https://api.example/v1/orders', token, shell);
  if (!line.ok) throw new Error(line.reason);
  for (const words of argvs(shell, line.text)) expect(given(words)[0]).toBe(`Authorization: Bearer ${token}`);
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
