import { useState } from 'preact/hooks';
import type { Capture } from '../../../src/protocol/records.ts';
import type { Messages } from '../../parts/use-messages.ts';
import { capturesApart } from '../../state/capture/selected-capture.ts';
import { shownCaptures } from '../../state/capture/shown-captures.ts';
import { forgottenWords } from '../../state/history/forget-words.ts';
import { listedCaptures } from '../../state/history/listed.ts';
import { nextCapture } from '../../state/history/next-capture.ts';
import type { World } from '../../state/world.ts';

type From = {
  world: World;
  /** What is in front. */
  current: Capture | undefined;
  /** Shows a capture and has its title take the focus; '' where none is left. */
  onNext: (id: string) => void;
};

/** Has captures forgotten: another takes the place of the one in front at once, and what was done is said. */
export function useForgetting(messages: Pick<Messages, 'forget'>) {
  const [said, setSaid] = useState('');
  const forget = async (ids: string[], { world, current, onNext }: From) => {
    const { profiles = [] } = world;
    const lists = [shownCaptures(world) ?? [], capturesApart(world)];
    const listed = lists.flatMap((captures) => listedCaptures(captures, profiles));
    setSaid('');
    onNext(nextCapture(listed, new Set(ids), current?.id)?.id ?? '');
    if (await messages.forget(ids)) setSaid(forgottenWords(ids.length));
    else onNext(current?.id ?? '');
  };
  return { said, forget };
}
