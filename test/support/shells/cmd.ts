import { windowsArgv } from './windows-argv.ts';

export type CmdOptions = { env?: Record<string, string>; hasDelayedExpansion?: boolean };

/**
 * What cmd.exe makes of a line at its prompt (Microsoft's documentation of cmd and set): first a name between two `%` is
 * replaced, wherever it stands; then `"` turns the special characters off and on, a caret takes the meaning of the next one
 * away, and where delayed expansion is on a name between two `!` is replaced. Throws on an operator that is left.
 */
export function cmdArgv(line: string, options: CmdOptions = {}): string[] {
  if (line.length > 8191) throw new Error('The input line is too long.');
  return windowsArgv(cmdLine(line, options));
}

/** The value that the line gives an environment variable, by `set "NAME=value"`. */
export function cmdAssigned(line: string, options: CmdOptions = {}): [name: string, value: string] {
  const [, name = '', value = ''] = /^set "([^=]+)=(.*)"$/s.exec(cmdLine(line, options)) ?? [];
  return [name, value];
}

function cmdLine(line: string, { env = {}, hasDelayedExpansion = false }: CmdOptions): string {
  const known = new Map(Object.entries(env).map(([name, value]) => [name.toUpperCase(), value]));
  const replace = (text: string, mark: '%' | '!', unknown: (whole: string) => string) =>
    text.replace(
      new RegExp(`${mark}([^${mark}:]+)(:[^${mark}]*)?${mark}`, 'g'),
      (whole, name: string) => known.get(name.toUpperCase()) ?? unknown(whole),
    );
  // at the prompt a name that is not set stays as it is
  const expanded = replace(line, '%', (whole) => whole);
  let out = '';
  let isQuoted = false;
  for (let at = 0; at < expanded.length; at += 1) {
    const character = expanded.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '^') {
      at += 1;
      out += expanded.charAt(at);
      continue;
    } else if (!isQuoted && /[&|<>()\r\n]/.test(character)) throw new Error(`cmd reads ${character} as an operator`);
    out += character;
  }
  return hasDelayedExpansion ? replace(out, '!', () => '').replaceAll('!', '') : out;
}
