/** In milliseconds: the browser reads the file after the click, and says nothing when it is done. */
const kept = 60_000;

/** Has the browser save a text as a JSON file. The text is ours: no page and no token has a say in it. */
export function downloadJson(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), kept);
}

/** A file name that every system takes: `claimcheck-orders-staging.json`. */
export function fileNameFor(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const part = plain.replace(/^claimcheck-?/, '');
  return part === '' ? 'claimcheck-profile.json' : `claimcheck-${part}.json`;
}
