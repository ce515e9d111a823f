import { useState } from 'preact/hooks';
import { largestFile } from '../../../src/handover/import-captures.ts';
import type { Imported } from '../../../src/messages.ts';
import { useHost } from '../../parts/host-context.ts';

/** Has the worker take in an exported file; what came of it, and whether it is under way. */
export function useImport(isPrivate: boolean) {
  const host = useHost();
  const [isReading, setReading] = useState(false);
  const take = async (text: string): Promise<Imported> => {
    setReading(true);
    const outcome: Imported = await host
      .send({ type: 'importCaptures', text, ...(isPrivate && { isPrivate }) })
      .catch(() => ({ ok: false, reason: 'The extension did not answer. Reload it, then try again.' }));
    setReading(false);
    return outcome;
  };
  const takeFile = async (file: Pick<File, 'size' | 'text'>): Promise<Imported> => {
    if (file.size > largestFile) {
      return {
        ok: false,
        reason: 'This file is larger than 5 MB, so it was not read. Export fewer captures into it.',
      };
    }
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return { ok: false, reason: 'The browser could not read this file. Choose it once more.' };
    return take(text);
  };
  return { isReading, take, takeFile };
}
