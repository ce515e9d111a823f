/** A character that no plain POSIX quoting can carry safely on one line: C0 controls, DEL and line separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unquotable = /[\u0000-\u001F\u007F\u0085\u2028\u2029]/;

/** Whether a text can stand in a copied command line. */
export function isQuotable(text: string): boolean {
  return !unquotable.test(text) && text.isWellFormed();
}

/**
 * One word of a POSIX shell command (POSIX.1-2024, Shell Command Language 2.2.2): in single quotes, unless it is made
 * of characters that mean nothing to any shell. Throws RangeError on a control character: see `isQuotable`.
 */
export function quotePosix(word: string): string {
  if (!isQuotable(word)) throw new RangeError('a control character cannot be quoted');
  if (/^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('=')) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
