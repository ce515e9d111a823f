import { useState } from 'preact/hooks';
import type { Message } from '../../src/messages.ts';
import type { Capture } from '../../src/protocol/records.ts';
import { unanswered } from '../state/capture/unanswered.ts';
import { useHost } from './host-context.ts';
import { useSay } from './say.ts';

/** Has the worker call the token or the revocation endpoint for a capture. One at a time, until it has answered. */
export function useTokenCall(capture: Capture) {
  const host = useHost();
  const say = useSay();
  const [under, setUnder] = useState<'refresh' | 'revoke'>();
  const send = async (message: Message & { type: 'refresh' | 'revoke' }, asking: string, done: string) => {
    setUnder(message.type);
    say({ seen: asking, spoken: '' });
    const outcome = await host.send(message).catch(() => unanswered);
    say({ seen: outcome.ok ? done : outcome.reason, spoken: '' });
    setUnder(undefined);
  };
  return {
    isRefreshing: under === 'refresh' || capture.tokenCall !== undefined,
    isRevoking: under === 'revoke',
    refresh: (isAnyway: boolean) =>
      void send(
        { type: 'refresh', captureId: capture.id, ...(isAnyway && { anyway: true }) },
        'Refreshing…',
        'Refreshed. The new tokens stand here, the checks are made anew.',
      ),
    revoke: (token: 'access_token' | 'refresh_token') =>
      void send({ type: 'revoke', captureId: capture.id, token }, 'Revoking…', 'What came of it stands below.'),
  };
}
