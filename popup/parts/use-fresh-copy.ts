import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fresh } from '../../src/protocol/records.ts';
import { useHost } from './host-context.ts';

/**
 * Copies the token that "Fresh token" has found, once, by the page that has the focus. `isRefused`: the browser wants a
 * press of a button for it, which `copy` answers.
 */
export function useFreshCopy(fresh: Fresh | undefined, token: string | undefined) {
  const host = useHost();
  const [isRefused, setRefused] = useState(false);
  const done = useRef(0);
  const isReady = fresh?.step === 'ready' && token !== undefined;
  const askedAt = fresh?.askedAt ?? 0;
  const copy = async () => {
    if (token === undefined) return;
    done.current = askedAt;
    try {
      await host.copy(token);
    } catch {
      done.current = 0;
      return setRefused(true);
    }
    setRefused(false);
    await host.send({ type: 'copied', text: token, isFresh: true }).catch(() => {});
  };
  useEffect(() => {
    setRefused(false);
    if (!isReady) return;
    const stop = new AbortController();
    const copyOnce = () => done.current !== askedAt && void copy();
    if (document.hasFocus()) copyOnce();
    else addEventListener('focus', copyOnce, { signal: stop.signal });
    return () => stop.abort();
  }, [isReady, askedAt]);
  return { isRefused, copy };
}
