import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Message, Outcome } from '../../src/messages.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Where } from '../host.ts';
import { unanswered } from '../state/capture/unanswered.ts';
import { useHost } from './host-context.ts';

export type Problem = { heading: string; reason: string };

type Sent = Message & { type: 'signIn' | 'cancelSignIn' | 'forget' | 'clientToken' | 'signOut' };
type SignInWay = { as?: 'other_user' | 'silent'; inPrivate?: true };

/** The messages that do not belong to one capture's row of buttons, and what came of the last of them. */
export function useMessages(where: Where | undefined) {
  const host = useHost();
  const [problem, setProblem] = useState<Problem>();
  const [told, setTold] = useState('');
  const [isStarting, setStarting] = useState(false);
  const send = async (message: Sent, heading: string, words = '') => {
    setProblem(undefined);
    setTold('');
    const outcome: Outcome = await host.send(message).catch(() => unanswered);
    if (outcome.ok) setTold(words);
    else setProblem({ heading, reason: outcome.reason });
    return outcome.ok;
  };
  // without it the browser may open the login in a window that is not private
  const windowId = where?.isPrivate ? where.windowId : undefined;
  const window = windowId === undefined ? {} : { windowId };
  const begin = async (message: Sent, heading: string) => {
    setStarting(true);
    await send(message, heading);
    setStarting(false);
  };
  const clientToken = ({ id: profileId }: Profile) => {
    const isPrivate = where?.isPrivate ? { isPrivate: true as const } : {};
    return begin({ type: 'clientToken', profileId, ...isPrivate }, 'No token was asked for');
  };
  return {
    problem,
    /** What worked and shows nowhere else. */
    told,
    isStarting,
    clientToken,
    /** Where a profile has no sign-in, a token for the client itself. */
    async signIn(profile: Profile | undefined, way: SignInWay = {}) {
      if (!profile) return;
      if (profile.responseType === '') return clientToken(profile);
      return begin({ type: 'signIn', profileId: profile.id, ...window, ...way }, 'The sign-in did not start');
    },
    async cancel(states: string[]) {
      for (const state of states) await send({ type: 'cancelSignIn', state }, 'The sign-in was not cancelled');
    },
    forget: (captureIds: string[]) => send({ type: 'forget', captureIds }, 'Nothing was forgotten'),
    signOut: ({ id: profileId }: Profile, captureId: string | undefined) =>
      send(
        { type: 'signOut', profileId, ...window, ...(captureId !== undefined && { captureId }) },
        'The sign-out was not opened',
        'The provider’s sign-out was opened in a tab. It says there whether the session has ended.',
      ),
  };
}

export type Messages = ReturnType<typeof useMessages>;

export const MessagesContext = createContext<Messages | undefined>(undefined);

/** The same, for the parts that stand deep in the face. */
export function useSentMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('The face needs its messages around it.');
  return messages;
}
