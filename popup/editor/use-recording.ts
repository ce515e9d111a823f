import { useEffect, useState } from 'preact/hooks';
import { recordingNeeds } from '../../src/protocol/recording.ts';
import type { Recording } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';

/** The recording there is, and the ways to start and to end one. `failure`: why the last of them did nothing. */
export function useRecording(host: Host) {
  const [recording, setRecording] = useState<Recording>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const stored = await host.recording.get();
      if (!left.signal.aborted) setRecording(stored);
    };
    host.recording.onChanged(read, left.signal);
    void read();
    return () => left.abort();
  }, [host]);

  const tell = async (message: { type: 'record'; sites: string[] } | { type: 'endRecording' }) => {
    const outcome = await host.send(message).catch(() => ({ ok: false as const, reason: gone }));
    setFailure(outcome.ok ? '' : outcome.reason);
    return outcome.ok;
  };
  return {
    recording,
    failure,
    /** Asks the browser for what is missing, straight from the click, and then watches. */
    start: async (sites: string[]) => {
      const isAllowed = await host.permissions.request(recordingNeeds(sites)).catch(() => false);
      if (isAllowed) return tell({ type: 'record', sites });
      setFailure('The browser did not allow it. Nothing is watched; press the button again to be asked once more.');
      return false;
    },
    end: () => tell({ type: 'endRecording' }),
  };
}

const gone = 'The background of Claimcheck did not answer. Try again.';
