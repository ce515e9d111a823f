import { windowsArgv } from './windows-argv.ts';

/** How PowerShell hands words to a program: `standard` from 7.3 on, `legacy` in Windows PowerShell 5.1. */
export type Passing = 'standard' | 'legacy';

const singles = "'\u2018\u2019\u201A\u201B";
const doubles = '"\u201C\u201D\u201E';

/** The words that a program gets from a line of PowerShell (about_Parsing, about_Quoting_Rules). Throws on an operator. */
export function powershellArgv(line: string, passing: Passing, env: Record<string, string> = {}): string[] {
  const words = powershellWords(line, env);
  return windowsArgv(words.map(passing === 'standard' ? escapeWord : wrapWord).join(' '));
}

/** The value that the line gives an environment variable, by `$env:NAME = 'value'`. */
export function powershellAssigned(line: string): [name: string, value: string] {
  const [, name = '', expression = ''] = /^\$env:(\w+) = (.*)$/s.exec(line) ?? [];
  const [value = '', ...more] = powershellWords(expression, {});
  if (more.length > 0 || !singles.includes(expression.charAt(0))) throw new Error('no single verbatim string');
  return [name, value];
}

function powershellWords(line: string, env: Record<string, string>): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const readQuoted = (quotes: string): string => {
    let text = '';
    for (at += 1; at < line.length; at += 1) {
      if (quotes.includes(line.charAt(at))) {
        at += 1;
        // two quotes are one
        if (at >= line.length || !quotes.includes(line.charAt(at))) return text;
      }
      text += line.charAt(at);
    }
    throw new Error('a string is not ended');
  };
  while (at < line.length) {
    const character = line.charAt(at);
    if (singles.includes(character)) word = (word ?? '') + readQuoted(singles);
    else if (doubles.includes(character)) word = (word ?? '') + expand(readQuoted(doubles), env);
    else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (/[`$(){};|&,<>@#%=]/.test(character)) throw new Error(`PowerShell may read ${character} as its own`);
    else {
      word = (word ?? '') + character;
      at += 1;
    }
  }
  return word === undefined ? words : [...words, word];
}

function expand(text: string, env: Record<string, string>): string {
  if (/`|\$(?!env:\w)/.test(text)) throw new Error('something is replaced that is no environment variable');
  return text.replace(/\$env:(\w+)/g, (_, name: string) => env[name] ?? '');
}

/** .NET's ProcessStartInfo.ArgumentList. */
function escapeWord(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

/** Windows PowerShell 5.1: quotes around a word with white space, and nothing else. */
function wrapWord(word: string): string {
  return word === '' || /\s/.test(word) ? `"${word}"` : word;
}
