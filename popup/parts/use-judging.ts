import { useState } from 'preact/hooks';
import type { Outcome } from '../../src/messages.ts';
import { unanswered } from '../state/capture/unanswered.ts';
import { useHost } from './host-context.ts';
import { useSay } from './say.ts';

/** Has a capture judged once more, its issuer asked anew. Busy until the worker has answered. */
export function useJudging(captureId: string): { isJudging: boolean; judge: () => Promise<void> } {
  const host = useHost();
  const say = useSay();
  const [isJudging, setJudging] = useState(false);
  const judge = async () => {
    setJudging(true);
    say({ seen: 'checking…', spoken: 'Checking again' });
    const outcome: Outcome = await host.send({ type: 'judge', captureId }).catch(() => unanswered);
    say(outcome.ok ? { seen: 'Checked again', spoken: '', target: 'checks-h' } : { seen: outcome.reason, spoken: '' });
    setJudging(false);
  };
  return { isJudging, judge };
}
