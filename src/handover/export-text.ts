/** Characters that cannot be seen, or that change how their neighbours are shown. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What means something in Markdown, in a table or in HTML. */
const marks = /[^\p{L}\p{N} ‹›⟨⟩…“”’]/gu;

/** A text from outside as text in a line of Markdown: no link, no name that is called, no markup and no cell comes of it. */
export function plainText(text: string): string {
  return line(text).replace(marks, (mark) => `&#${mark.codePointAt(0)};`);
}

/** The same in mono: an exact string. */
export function codeText(text: string): string {
  const shown = line(text);
  if (shown.trim() === '') return '(empty)';
  // what ends a span of code or a cell of a table can be written in HTML alone
  return /[`|\\]/.test(shown) ? `<code>${plainText(shown)}</code>` : `\`${shown}\``;
}

function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      unseen,
      (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}
