import type { Shell } from '../protocol/records.ts';
import { quoteCmd } from './cmd-quote.ts';
import { quotePosix } from './posix-quote.ts';
import { quotePowershell, verbatim } from './powershell-quote.ts';

export type ShellRules = {
  /** How curl is called. */
  curl: string;
  /** One word as the shell reads it. */
  quote(word: string): string;
  /** One word: `before`, which means nothing to the shell, then what the environment variable holds. */
  fromEnv(before: string, name: string): string;
  /** The line that sets an environment variable for the programs this shell starts. */
  assign(name: string, value: string): string;
  /** Characters that no word can carry, each with what the reason calls it. */
  refused: readonly [character: RegExp, called: string][];
  /** In characters; `what` is too long where it has more. */
  longest: { what: 'line' | 'word'; of: number };
};

const powershell = {
  quote: quotePowershell,
  fromEnv: (before: string, name: string) => `"${before}$env:${name}"`,
  assign: (name: string, value: string) => `$env:${name} = ${verbatim(value)}`,
  // CreateProcess, lpCommandLine: 32,767 characters with the null that ends it
  longest: { what: 'line', of: 32_766 },
} as const;

/** What each shell makes of a line that is pasted at its prompt. */
export const shells: Record<Shell, ShellRules> = {
  /** POSIX.1-2024, Shell Command Language 2.2. Linux takes 128 KiB in one word (execve(2), MAX_ARG_STRLEN). */
  posix: {
    curl: 'curl',
    quote: quotePosix,
    fromEnv: (before, name) => `"${before}$${name}"`,
    assign: (name, value) => `export ${name}=${quotePosix(value)}`,
    refused: [],
    longest: { what: 'word', of: 131_071 },
  },
  /** From 7.3 on, a double quote gets through to a program (about_Preference_Variables, $PSNativeCommandArgumentPassing). */
  pwsh: { ...powershell, curl: 'curl', refused: [] },
  /**
   * Its `curl` is an alias of Invoke-WebRequest. It puts words with a space between double quotes and leaves what is in
   * them as it is (about_Parsing, “Passing arguments that contain quote characters”): a double quote, or a backslash at
   * the end, would change where the word ends.
   */
  powershell: {
    ...powershell,
    curl: 'curl.exe',
    refused: [
      [/"/, 'a double quote'],
      [/\\$/, 'a backslash at its end'],
    ],
  },
  /** A name between two `%` is replaced within quotes too, and one between two `!` where delayed expansion is on (set /?). */
  cmd: {
    curl: 'curl',
    quote: quoteCmd,
    fromEnv: (before, name) => `"${before}%${name}%"`,
    assign: (name, value) => `set "${name}=${value}"`,
    refused: [
      [/"/, 'a double quote'],
      [/%/, 'a “%”'],
      [/!/, 'a “!”'],
    ],
    // Microsoft's KB 830473, of the line as typed and after variables are replaced
    longest: { what: 'line', of: 8191 },
  },
};

export const shellNames: Record<Shell, string> = {
  posix: 'sh, bash, zsh',
  pwsh: 'PowerShell 7',
  powershell: 'Windows PowerShell 5.1',
  cmd: 'cmd',
};
