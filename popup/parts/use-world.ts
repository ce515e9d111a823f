import { useLayoutEffect, useState } from 'preact/hooks';
import type { Host } from '../host.ts';
import { type World, watchWorld } from '../state/world.ts';

/** The stored world, read again whenever somebody changes it. */
export function useWorld(host: Host): World {
  const [world, setWorld] = useState<World>({});
  // reading begins before the first paint, not after it
  useLayoutEffect(() => {
    const stop = new AbortController();
    watchWorld(host, (part) => setWorld((before) => ({ ...before, ...part })), stop.signal);
    return () => stop.abort();
  }, [host]);
  return world;
}
