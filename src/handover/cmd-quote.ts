/**
 * One word of a command of cmd.exe: between double quotes, which take their meaning from all that is special to cmd but
 * `%` and `!`; a backslash before the closing quote is doubled, as the program splits the line itself (the rules of
 * CommandLineToArgvW). A double quote, `%` and `!` have no form that is safe at the prompt and in a file: see `shells`.
 */
export function quoteCmd(word: string): string {
  if (/^[A-Za-z-][\w./:-]*$/.test(word)) return word;
  return `"${word.replace(/\\+$/, '$&$&')}"`;
}
