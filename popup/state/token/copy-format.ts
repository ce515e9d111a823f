import { type Copied, type CopyFormatId, copyAs } from '../../../src/handover/copy-formats.ts';

/** A token in another form. One that cannot be written, nested ten thousand deep, gives a reason and no crash. */
export function tryCopyAs(id: CopyFormatId, source: Parameters<typeof copyAs>[1]): Copied {
  try {
    return copyAs(id, source);
  } catch {
    return { ok: false, reason: 'The token is nested too deeply to be written out.' };
  }
}
