/** In milliseconds: the browser reads the file after the click, and says nothing when it is done. */
const kept = 60_000;

/** Has the browser save a text as a file. The text is ours: no page and no token has a say in it. */
export function saveFile(fileName: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), kept);
}
