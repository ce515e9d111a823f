import type { Shell } from '../protocol/records.ts';
import type { Line } from './bearer-call.ts';
import { isQuotable } from './posix-quote.ts';
import { type ShellRules, shellNames, shells } from './shells.ts';

/** A word of a command; with `env` the value of this environment variable stands at its end. */
export type Word = string | { before: string; env: string };

/** A command that the shell splits into exactly these words, or why it cannot be written for this shell. */
export function commandLine(shell: Shell, words: readonly Word[]): Line {
  const rules = shells[shell];
  const reason = words.map((word) => whyNotWord(shell, text(word))).find((why) => why !== undefined);
  if (reason) return { ok: false, reason };
  const line = words.map((word) => writeWord(rules, word)).join(' ');
  return fitting(shell, line, words.map(text));
}

/** The line that sets an environment variable in this shell. */
export function assignLine(shell: Shell, name: string, value: string): Line {
  const reason = whyNotWord(shell, value);
  if (reason) return { ok: false, reason };
  return fitting(shell, shells[shell].assign(name, value), [`${name}=${value}`]);
}

function text(word: Word): string {
  return typeof word === 'string' ? word : word.before;
}

function writeWord(rules: ShellRules, word: Word): string {
  return typeof word === 'string' ? rules.quote(word) : rules.fromEnv(word.before, word.env);
}

function whyNotWord(shell: Shell, word: string): string | undefined {
  if (!isQuotable(word)) return 'The token holds a control character, which no command line can carry safely.';
  const found = shells[shell].refused.find(([character]) => character.test(word));
  return found && `${shellNames[shell]} cannot carry ${found[1]} safely. Choose another shell.`;
}

function fitting(shell: Shell, line: string, words: readonly string[]): Line {
  const { what, of } = shells[shell].longest;
  const length = what === 'line' ? line.length : Math.max(...words.map((word) => word.length));
  if (length <= of) return { ok: true, text: line };
  return {
    ok: false,
    reason: `It has ${count(length)} characters; ${shellNames[shell]} takes ${count(of)} in a ${what}.`,
  };
}

function count(characters: number): string {
  return characters.toLocaleString('en-US');
}
