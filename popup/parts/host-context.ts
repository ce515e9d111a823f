import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Grant, Host } from '../host.ts';
import { nextTick } from '../state/time-words.ts';

export const HostContext = createContext<Host | undefined>(undefined);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('The face needs a host around it.');
  return host;
}

/** Now in milliseconds. Renders again when the words about one of these moments stop being true. */
export function useNow(moments: readonly number[]): number {
  const host = useHost();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => tick(host.now()), nextTick(moments, host.now()));
    return () => clearTimeout(timer);
  });
  return host.now();
}

/** Whether the browser has granted this; undefined until it has answered, or when nothing is asked. */
export function useGranted(grant: Grant | undefined): boolean | undefined {
  const host = useHost();
  const [isGranted, setGranted] = useState<boolean>();
  const key = JSON.stringify(grant);
  useEffect(() => {
    const asked: Grant | undefined = key === undefined ? undefined : JSON.parse(key);
    if (!asked) return setGranted(undefined);
    const stop = new AbortController();
    const ask = async () => {
      const answer = await host.permissions.has(asked);
      if (!stop.signal.aborted) setGranted(answer);
    };
    host.permissions.onChanged(ask, stop.signal);
    void ask();
    return () => stop.abort();
  }, [host, key]);
  return isGranted;
}
