/** A text that was broken into lines as one line, without the white space around the breaks. Takes as long as the text is. */
export function joinLines(text: string, between = ''): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(between);
}
