/**
 * Characters that hide or change their neighbours, and those that could end a code span or begin HTML, a link or an image
 * where a reader of Markdown knows no code spans. A backslash before a pipe would take the pipe's own away.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}`<>]|\\(?=\||$)|(?<=\])\(|(?<=!)\[/gu;

/** A token within a value, as far as it can be told to be one. */
const token = /\bey[\w-]{6,}\.[\w-]+\.[\w.-]*/g;

/**
 * A text from outside for a cell of a Markdown table: in a code span, in which GitHub and GitLab make no link, mention or
 * reference of it, on one line, pipes escaped. What cannot stand there is named by its number: ⟨U+003C⟩ for `<`.
 */
export function markdownCell(text: string, longest = 120): string {
  if (text.trim() === '') return text === '' ? '(empty text)' : '(white space)';
  const shown = cutMiddle(text.replace(token, '(a token)'), longest);
  return `\`${shown.replace(unsafe, mark).replaceAll('|', '\\|')}\``;
}

/** Both ends stay, and no character is cut in half. */
function cutMiddle(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  const start = [...text.slice(0, longest)].slice(0, half);
  const end = [...text.slice(-longest)].slice(-half);
  return `${start.join('')}…${end.join('')}`;
}

function mark(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
