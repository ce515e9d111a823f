import { nameOf, withNames } from './markdown-text.ts';

/**
 * What could end a code span or begin HTML, a link or an image where a reader of Markdown knows no code spans. A backslash
 * before a pipe would take the pipe's own away.
 */
const unsafe = /[`<>]|\\(?=\||$)|(?<=\])\(|(?<=!)\[/g;

/** A token within a value, as far as it can be told to be one. */
const token = /\bey[\w-]{6,}\.[\w-]+\.[\w.-]*/g;

/**
 * A text from outside for a cell of a Markdown table: in a code span, in which GitHub and GitLab make no link, mention or
 * reference of it, on one line, pipes escaped. What cannot stand there is named by its number. `longest` in characters.
 */
export function markdownCell(text: string, longest = 120): string {
  if (text.trim() === '') return text === '' ? '(empty text)' : '(white space)';
  const shown = cutMiddle(text.replace(token, '(a token)'), longest);
  return `\`${withNames(shown).replace(unsafe, nameOf).replaceAll('|', '\\|')}\``;
}

/** Both ends stay, and no character is cut in half. */
function cutMiddle(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  const start = [...text.slice(0, longest)].slice(0, half);
  const end = [...text.slice(-longest)].slice(-half);
  return `${start.join('')}…${end.join('')}`;
}
