import { useEffect, useState } from 'preact/hooks';
import type { Needs } from '../../src/protocol/needs.ts';
import { findMissing, type Missing } from '../state/profile/profile-grants.ts';
import { useHost } from './host-context.ts';

/** What the browser does not grant of these; undefined until it has answered for exactly these. */
export function useMissing(needs: Needs): Missing | undefined {
  const host = useHost();
  const [answer, setAnswer] = useState<{ key: string; missing: Missing }>();
  const key = JSON.stringify(needs);
  useEffect(() => {
    const asked: Needs = JSON.parse(key);
    const stop = new AbortController();
    const ask = async () => {
      const missing = await findMissing(host, asked);
      if (!stop.signal.aborted) setAnswer({ key, missing });
    };
    host.permissions.onChanged(ask, stop.signal);
    host.inEffect.onChanged(ask, stop.signal);
    void ask();
    return () => stop.abort();
  }, [host, key]);
  return answer?.key === key ? answer.missing : undefined;
}
