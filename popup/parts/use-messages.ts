import { useState } from 'preact/hooks';
import type { Message, Outcome } from '../../src/messages.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Where } from '../host.ts';
import { useHost } from './host-context.ts';

export type Problem = { heading: string; reason: string };

const silent = 'The extension did not answer. Reload it on the browser’s extensions page.';

/** The messages that do not belong to one capture's row of buttons, and what went wrong with the last of them. */
export function useMessages(where: Where | undefined) {
  const host = useHost();
  const [problem, setProblem] = useState<Problem>();
  const [isStarting, setStarting] = useState(false);
  const send = async (message: Message & { type: 'signIn' | 'cancelSignIn' | 'forget' }, heading: string) => {
    setProblem(undefined);
    const outcome: Outcome = await host.send(message).catch(() => ({ ok: false, reason: silent }));
    if (!outcome.ok) setProblem({ heading, reason: outcome.reason });
  };
  return {
    problem,
    isStarting,
    async signIn(profile: Profile | undefined) {
      if (!profile) return;
      setStarting(true);
      // without it the browser may open the login in a window that is not private
      const windowId = where?.isPrivate ? where.windowId : undefined;
      const window = windowId === undefined ? {} : { windowId };
      await send({ type: 'signIn', profileId: profile.id, ...window }, 'The sign-in did not start');
      setStarting(false);
    },
    cancel: (state: string) => send({ type: 'cancelSignIn', state }, 'The sign-in was not cancelled'),
    forget: (captureIds: string[]) => send({ type: 'forget', captureIds }, 'Nothing was forgotten'),
  };
}
