import { checkIds } from '../../protocol/checks.ts';
import { captureSchema, profileSchema } from '../../protocol/records.ts';

/** The names of members and the fixed values of the records: they are ours, and must stay for a file to be read again. */
export const recordWords: ReadonlySet<string> = new Set([
  ...checkIds,
  ...wordsOf(captureSchema),
  ...wordsOf(profileSchema),
]);

/** A schema of valibot says what it is made of in these members. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  const { entries, item, items, wrapped, options, literal } = schema as Record<string, unknown>;
  return [
    ...(typeof entries === 'object' && entries !== null ? Object.keys(entries) : []),
    ...(typeof entries === 'object' && entries !== null ? Object.values(entries).flatMap(wordsOf) : []),
    ...[item, items, wrapped].flatMap(wordsOf),
    ...(Array.isArray(options) ? options.filter((option) => typeof option === 'string') : []),
    ...(typeof literal === 'string' ? [literal] : []),
  ];
}
