import type { Profile } from '../../../src/protocol/records.ts';

type Metadata = NonNullable<Profile['metadata']>;
export type Discovering = { issuer: string; discovered?: { issuer: string; metadata: Metadata } };

/** The discovery document of the issuer in the form; undefined while it was not asked. */
export function findDocument({ issuer, discovered }: Discovering): Metadata['document'] | undefined {
  return discovered?.issuer === issuer.trim() ? discovered.metadata.document : undefined;
}

/** A list of texts in that document; undefined where it names none. */
export function asStrings(draft: Discovering, member: string): string[] | undefined {
  const value = findDocument(draft)?.[member];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/** A text in that document. */
export function asString(draft: Discovering, member: string): string | undefined {
  const value = findDocument(draft)?.[member];
  return typeof value === 'string' ? value : undefined;
}
