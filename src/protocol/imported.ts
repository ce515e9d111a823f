import type { Capture } from './records.ts';

/** Whether a capture came out of a file: all that it says of how its tokens came is what the file says. */
export function isImported({ origin }: Pick<Capture, 'origin'>): boolean {
  return origin === 'imported';
}

/** Why no token of an imported capture is ended at a provider. */
export const importedWords = 'It was imported from a file: Claimcheck ends only tokens that came to it.';

/** When it was imported, in milliseconds; undefined of any other capture. */
export function importedAt({ events = [] }: Partial<Pick<Capture, 'events'>>): number | undefined {
  return events.findLast(({ kind }) => kind === 'imported')?.at;
}

/** The signature of a token that an export cut: `‹signature 7f3a›` behind the second dot. */
const cutSignature = /\.‹[^›]*›/g;

/** Whether a text holds a mark that an export put in place of something. */
export function holdsMark(text: string): boolean {
  return /‹[^›]*›/.test(text);
}

/** Whether a token lost its signature, and nothing else, to an export. */
export function isCut(token: string): boolean {
  return token.search(cutSignature) > 0;
}

/** A text with the tokens in it as they were in form: whatever is in place of a signature fits no key. */
export function withSomeSignature(text: string): string {
  return text.replace(cutSignature, '.AA');
}
