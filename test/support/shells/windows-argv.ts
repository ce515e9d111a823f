/**
 * How a program on Windows splits its command line, by the documented rules of CommandLineToArgvW: 2n backslashes and a
 * double quote are n backslashes and begin or end a quoted part, 2n+1 are n and a double quote, others stand for themselves.
 */
export function windowsArgv(commandLine: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (const [, slashes = '', character = ''] of commandLine.matchAll(/(\\*)([^\\]|$)/gsu)) {
    const isQuote = character === '"';
    const kept = isQuote ? slashes.slice(0, Math.floor(slashes.length / 2)) : slashes;
    if (kept !== '') word = (word ?? '') + kept;
    if (isQuote && slashes.length % 2 === 0) {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (/^[ \t]?$/.test(character) && !(isQuoted && character !== '')) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  return words;
}
