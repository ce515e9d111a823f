/**
 * Characters that cannot be seen or that change how their neighbours are shown: controls, format characters (zero
 * width, bidirectional), line separators, lone surrogates and all that Unicode lets a display ignore. The variation
 * selector of emoji is spared.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const emojiStyle = '\uFE0F';
/** No script piles up so many marks on one letter; more cover their neighbours, and cannot be broken into lines. */
const piled = /(?<=\p{M}{8})\p{M}/gu;
const layout = new Set(['\n', '\r', '\t']);

/** A text with every character that hides or piles up made visible: U+202E becomes ⟨U+202E⟩. The data itself stays untouched. */
export function safeText(text: string): string {
  return spread(text.replace(unseen, (character) => (character === emojiStyle ? character : mark(character))));
}

/** The same for a text of several lines: line breaks and tabs stay. */
export function safeLines(text: string): string {
  return spread(
    text.replace(unseen, (character) =>
      character === emojiStyle || layout.has(character) ? character : mark(character),
    ),
  );
}

/** How many characters of a text would not be seen as they are. */
export function countUnseen(text: string): number {
  return [...text.matchAll(unseen)].filter(([character]) => character !== emojiStyle).length;
}

function spread(text: string): string {
  return text.replace(piled, mark);
}

function mark(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${code}⟩`;
}
