import { saveFile } from '../parts/save-file.ts';

/** Has the browser save a text as a JSON file. */
export function downloadJson(fileName: string, text: string): void {
  saveFile(fileName, text, 'application/json');
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
