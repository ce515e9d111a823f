import { useHost } from './host-context.ts';

/** Pauses all watching, or takes the pause back. */
export function usePause(): (isPaused: boolean) => Promise<void> {
  const host = useHost();
  return async (isPaused) => {
    await host.paused.set(isPaused);
    // wakes a worker that sleeps, so that it watches as it is to from now on
    await host.send({ type: 'hello' }).catch(() => {});
  };
}
