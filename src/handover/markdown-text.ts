/** Characters that cannot be seen, or that change how their neighbours are shown. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What means something in Markdown, in a table or in HTML. */
const marks = /[^\p{L}\p{N} ‹›⟨⟩…“”’]/gu;

/** A text from outside as text in a line of Markdown: no link, no name that is called, no markup and no cell comes of it. */
export function plainText(text: string): string {
  return withNames(text.replace(/\s+/g, ' ')).replace(marks, (mark) => `&#${mark.codePointAt(0)};`);
}

/** A text in which what cannot be seen is named: ⟨U+202E⟩. */
export function withNames(text: string): string {
  return text.replace(unseen, nameOf);
}

/** A character by its number: ⟨U+003C⟩ for `<`. */
export function nameOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
