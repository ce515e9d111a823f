import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import { arrivalOf } from '../state/capture/arrival-words.ts';
import { useHost } from './host-context.ts';
import { useRead } from './world-context.ts';

/** The sentence that announces a capture which comes to rest while the face is open: it arrives, or brings other tokens. */
export function useCaptureStatus(captures: readonly Capture[] | undefined, profiles: readonly Profile[]): string {
  const host = useHost();
  const { logins, secrets, keptSecrets } = useRead();
  const known = useRef<Map<string, string>>(undefined);
  const [status, setStatus] = useState('');
  useEffect(() => {
    // nothing is news before all is known that it is told by
    if (!captures || !logins || !secrets || !keptSecrets) return;
    const before = known.current;
    const after = new Map<string, string>();
    let news: string | undefined;
    for (const capture of captures) {
      const { id, profileId } = capture;
      const profile = profiles.find((one) => one.id === profileId);
      const arrival = arrivalOf(capture, profile, host.now(), { logins, secrets, keptSecrets });
      const said = before?.get(id);
      // the newest comes first
      if (before && arrival && arrival.key !== said) news ??= arrival.words;
      const key = arrival?.key ?? said;
      if (key !== undefined) after.set(id, key);
    }
    known.current = after;
    // what was said of a capture that is gone, or before another, is not said on
    const isGone = before && [...before.keys()].some((id) => !after.has(id));
    if (news !== undefined || isGone) setStatus(news ?? '');
  }, [captures, profiles, logins, secrets, keptSecrets]);
  return status;
}
