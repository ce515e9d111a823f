/** PowerShell takes typographic single quotes for plain ones (about_Quoting_Rules). */
const singleQuotes = /['\u2018\u2019\u201A\u201B]/g;

/** A verbatim string of PowerShell (about_Quoting_Rules, “Including quote characters in a string”). */
export function verbatim(text: string): string {
  return `'${text.replace(singleQuotes, '$&$&')}'`;
}

/**
 * One word of a PowerShell command: a verbatim string, unless it is made of characters that mean nothing in argument mode
 * (about_Parsing).
 */
export function quotePowershell(word: string): string {
  return /^(?:--[a-z-]+|[A-Za-z][\w./:-]*)$/.test(word) ? word : verbatim(word);
}
