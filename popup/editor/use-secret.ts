import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../host.ts';
import { findSecretState, type SecretState } from '../state/profile/profile-secret.ts';

/** Where the client secret of a profile is, as it changes; undefined until that has been read. */
export function useSecret(host: Pick<Host, 'clientSecrets' | 'keptSecrets'>, id: string): SecretState | undefined {
  const [answer, setAnswer] = useState<{ id: string; state: SecretState }>();
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const state = await findSecretState(host, id);
      if (!left.signal.aborted) setAnswer({ id, state });
    };
    host.clientSecrets.onChanged(read, left.signal);
    host.keptSecrets.onChanged(read, left.signal);
    void read();
    return () => left.abort();
  }, [host, id]);
  return answer?.id === id ? answer.state : undefined;
}
