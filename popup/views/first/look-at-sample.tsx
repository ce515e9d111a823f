import { useState } from 'preact/hooks';
import type { Pasted } from '../../../src/messages.ts';
import { Button } from '../../parts/button.tsx';
import { useHost } from '../../parts/host-context.ts';
import { useRead } from '../../parts/world-context.ts';
import { unanswered } from '../../state/capture/unanswered.ts';

type Props = {
  class?: string;
  /** Told of the sample once it is there. */
  onMinted?: (captureId: string) => void;
  children?: string;
};

/** Has a set of tokens minted to look at. What stores captures shows it, so that nothing is left to do here. */
export function LookAtSample({ class: className = '', onMinted, children = 'Look at a sample' }: Props) {
  const host = useHost();
  const { where } = useRead();
  const [isMinting, setMinting] = useState(false);
  const [problem, setProblem] = useState('');
  const mint = async () => {
    setMinting(true);
    setProblem('');
    const outcome: Pasted = await host
      .send({ type: 'sample', ...(where?.isPrivate && { isPrivate: true as const }) })
      .catch(() => unanswered);
    setMinting(false);
    if (outcome.ok) onMinted?.(outcome.captureId);
    else setProblem(outcome.reason);
  };
  return (
    <>
      <Button class={className} busy={isMinting} onPress={() => void mint()}>
        {children}
      </Button>
      <span role="status">{problem}</span>
    </>
  );
}
