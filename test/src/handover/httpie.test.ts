import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bearerHttpie } from '../../../src/handover/httpie.ts';
import { cmdArgv } from '../../support/shells/cmd.ts';
import { posixArgv, posixShells, printers } from '../../support/shells/posix.ts';
import { powershellArgv } from '../../support/shells/powershell.ts';
import { nastyPieces } from '../../vectors/copy-commands.ts';

const { folder, remove } = printers(['http']);
afterAll(remove);

const flags = ['--ignore-stdin', '--ignore-netrc', '--check-status', 'GET'];

/** A request item as HTTPie reads it: the first separator, the longest at its place; a backslash before one escapes it. */
function readItem(item: string): { name: string; separator: string; value: string } {
  const plain = item.replace(/\\([:=@;])/g, (_, escaped: string) =>
    String.fromCharCode(escaped.charCodeAt(0) + 0xe000),
  );
  const [, name = '', separator = '', value = ''] = /^(.*?)(:=@|=@|:=|==|:|=|@|;)(.*)$/s.exec(plain) ?? [];
  const back = (text: string) =>
    text.replace(/[\ue000-\ue0ff]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xe000));
  return { name: back(name), separator, value: back(value) };
}

test('the line in each shell', () => {
  const line = (shell: Parameters<typeof bearerHttpie>[2], bearer: Parameters<typeof bearerHttpie>[1]) =>
    bearerHttpie('http://localhost:5000/orders?a=1&b=2', bearer, shell);
  const env = { ACCESS_TOKEN: 'aa.bb.cc' };
  const words = [...flags, 'http://localhost:5000/orders?a=1&b=2', 'Authorization:Bearer aa.bb.cc'];
  for (const bearer of ['aa.bb.cc', { env: 'ACCESS_TOKEN' }]) {
    const texts = (['posix', 'pwsh', 'powershell', 'cmd'] as const).map((shell) => {
      const made = line(shell, bearer);
      if (!made.ok) throw new Error(made.reason);
      return made.text;
    });
    for (const shell of posixShells) expect(posixArgv(shell, folder, texts[0] ?? '', env)).toEqual(words);
    expect(powershellArgv(texts[1] ?? '', 'standard', env).slice(1)).toEqual(words);
    expect(powershellArgv(texts[2] ?? '', 'legacy', env).slice(1)).toEqual(words);
    expect(cmdArgv(texts[3] ?? '', { env }).slice(1)).toEqual(words);
  }
});

test('whatever a token holds, HTTPie sends it in the header, or the line is refused', () => {
  const visible = fc.stringMatching(/^[\x21-\x7e]{1,20}$/);
  const nasty = fc.constantFrom(...nastyPieces);
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: visible }, nasty), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(''));
  let carried = 0;
  fc.assert(
    fc.property(text, (token) => {
      const line = bearerHttpie('https://api.example/', token, 'pwsh');
      if (!line.ok) {
        expect(token).toMatch(/[^\x21-\x7e]|\\/);
        return;
      }
      carried += 1;
      const item = powershellArgv(line.text, 'standard').at(-1) ?? '';
      expect(readItem(item)).toEqual({ name: 'Authorization', separator: ':', value: `Bearer ${token}` });
    }),
    { numRuns: 500 },
  );
  expect(carried).toBeGreaterThan(50);
});

describe('a call with HTTPie is refused', () => {
  test.each([
    ['to an address that is no https', 'http://api.example/', 't', /https/],
    ['with a token that no header carries', 'https://api.example/', 'tök', /header/],
    ['with a backslash, which is an escape', 'https://api.example/', 'a\\:b', /backslash/],
  ])('%s', (_, address, token, reason) => {
    expect(bearerHttpie(address, token)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});
