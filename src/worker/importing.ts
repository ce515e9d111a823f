/** Takes in captures that were exported. */
import type { Verbs } from './verbs.ts';

export function createImporting(): { verbs: Pick<Verbs, 'importCaptures'> } {
  return { verbs: { importCaptures: async () => ({ ok: false, reason: 'No file can be read yet.' }) } };
}
