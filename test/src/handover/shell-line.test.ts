import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuotable } from '../../../src/handover/posix-quote.ts';
import { assignLine } from '../../../src/handover/shell-line.ts';
import { type Shell, shells } from '../../../src/protocol/records.ts';
import { cmdAssigned } from '../../support/shells/cmd.ts';
import { posixShells } from '../../support/shells/posix.ts';
import { powershellAssigned } from '../../support/shells/powershell.ts';
import { nastyPieces } from '../../vectors/copy-commands.ts';

test.each([
  ['posix', 'export ACCESS_TOKEN=aa.bb.cc'],
  ['pwsh', "$env:ACCESS_TOKEN = 'aa.bb.cc'"],
  ['powershell', "$env:ACCESS_TOKEN = 'aa.bb.cc'"],
  ['cmd', 'set "ACCESS_TOKEN=aa.bb.cc"'],
] as const)('the line that sets a variable in %s', (shell, text) => {
  expect(assignLine(shell, 'ACCESS_TOKEN', 'aa.bb.cc')).toEqual({ ok: true, text });
});

/** The value that a program started after the line finds in its environment. */
function assigned(shell: Shell, line: string): string[] {
  switch (shell) {
    case 'posix':
      return posixShells.map((name) => {
        const { stdout } = spawnSync(name, ['-c', `${line}\nprintenv ACCESS_TOKEN`], { encoding: 'utf8' });
        return stdout.replace(/\n$/, '');
      });
    case 'pwsh':
    case 'powershell':
      return [powershellAssigned(line)[1]];
    case 'cmd':
      return [false, true].map((hasDelayedExpansion) => cmdAssigned(line, { env: { A: 'x' }, hasDelayedExpansion })[1]);
  }
}

const printable = fc.string({ unit: 'grapheme' }).filter(isQuotable);
const text = fc
  .array(fc.oneof(printable, fc.constantFrom(...nastyPieces)), { minLength: 1 })
  .map((all) => all.join(''));

test.each(shells)('a variable holds the token to the letter in %s, or the line is refused', (shell) => {
  fc.assert(
    fc.property(text, (token) => {
      const line = assignLine(shell, 'ACCESS_TOKEN', token);
      if (line.ok) for (const value of assigned(shell, line.text)) expect(value).toBe(token);
      else expect(['powershell', 'cmd'], line.reason).toContain(shell);
    }),
    { numRuns: shell === 'posix' ? 20 : 400 },
  );
});

test('a value that is too long for the shell is refused with both numbers', () => {
  expect(assignLine('cmd', 'ACCESS_TOKEN', 'x'.repeat(9000))).toEqual({
    ok: false,
    reason: 'It has 9,019 characters; cmd takes 8,191 in a line.',
  });
});
