import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capture } from '../../src/protocol/records.ts';
import { statusWords } from '../state/capture/status-words.ts';
import { useHost } from './host-context.ts';
import type { Said } from './say.ts';

/**
 * Asks the worker to call userInfo. Busy until the worker answers or the capture holds a newer answer. `isAnyway`: the
 * person said to use the tokens after a check failed.
 */
export function useUserinfoCall(
  capture: Capture,
  isAnyway: boolean,
  say: (said: Said) => void,
): { isCalling: boolean; start: () => void } {
  const host = useHost();
  const [isCalling, setCalling] = useState(false);
  const isAwaited = useRef(false);
  const { userinfo, userinfoFailure } = capture;
  const answeredAt = Math.max(userinfo?.at ?? 0, userinfoFailure?.at ?? 0);
  const hasFailed = userinfoFailure !== undefined && userinfoFailure.at >= (userinfo?.at ?? 0);
  const outcome = hasFailed || !userinfo ? 'no answer' : statusWords(userinfo.status);
  const seenAt = useRef(answeredAt);
  useEffect(() => {
    if (seenAt.current === answeredAt) return;
    seenAt.current = answeredAt;
    if (isAwaited.current) say({ seen: outcome, spoken: 'userInfo answered:', target: 'info-h' });
    isAwaited.current = false;
    setCalling(false);
  }, [answeredAt]);
  const giveUp = (seen: string) => {
    isAwaited.current = false;
    say({ seen, spoken: '' });
  };
  const start = async () => {
    isAwaited.current = true;
    setCalling(true);
    say({ seen: 'asking…', spoken: 'Calling userInfo' });
    try {
      const message = { type: 'callUserinfo', captureId: capture.id } as const;
      const answer = await host.send(isAnyway ? { ...message, anyway: isAnyway } : message);
      if (!answer.ok) giveUp(answer.reason);
    } catch {
      giveUp('The extension did not answer. Reload it, then call again.');
    }
    setCalling(false);
  };
  return { isCalling, start: () => void start() };
}
