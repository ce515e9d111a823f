import { useEffect, useState } from 'preact/hooks';
import { type Exported, exportRedacted } from '../../../src/handover/export-file.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';

/** The redacted file of some captures; undefined while it is made, and made anew when other claims are masked. */
export function useRedacted(
  captures: readonly Capture[],
  profiles: readonly Profile[],
  masked: ReadonlySet<string>,
): Exported | undefined {
  const host = useHost();
  const [made, setMade] = useState<{ of: ReadonlySet<string>; file: Exported }>();
  useEffect(() => {
    let isOver = false;
    const pause = () => new Promise((resolve) => setTimeout(resolve));
    void exportRedacted(captures, profiles, { masked, at: host.now(), pause }).then((file) => {
      if (!isOver) setMade({ of: masked, file });
    });
    return () => {
      isOver = true;
    };
  }, [masked]);
  return made?.of === masked ? made.file : undefined;
}
