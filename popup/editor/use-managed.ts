import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../host.ts';

/** The ids of the profiles that a managed policy gives; undefined until they have been read. */
export function useManaged(host: Pick<Host, 'managedProfiles'>): ReadonlySet<string> | undefined {
  const [ids, setIds] = useState<ReadonlySet<string>>();
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const profiles = await host.managedProfiles.get();
      if (!left.signal.aborted) setIds(new Set(profiles.map(({ id }) => id)));
    };
    host.managedProfiles.onChanged(read, left.signal);
    void read();
    return () => left.abort();
  }, [host]);
  return ids;
}
