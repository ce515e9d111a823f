/** What the worker does for each message of our pages: it hands each action what it needs. */
import { callUserinfo } from '../actions/call-userinfo.ts';
import { discover } from '../actions/discover.ts';
import { forgetCaptures } from '../actions/forget.ts';
import { signIn } from '../actions/sign-in.ts';
import type { Answers, Message, Outcome } from '../messages.ts';
import { goTo, openEmptyTab, openTab } from '../platform/tabs.ts';
import { isQuotaError } from '../store/room.ts';
import { setAsideKey } from '../store/shape.ts';
import type { createSettling } from './settle.ts';
import type { Context, World } from './world.ts';

type Verbs = { [T in Message['type']]: (message: Extract<Message, { type: T }>) => Promise<Answers[T]> };

const done: Outcome = { ok: true };

export function createAnswers(
  { stores, session, now }: Context,
  world: World,
  { settle, chores, intercept }: ReturnType<typeof createSettling>,
) {
  const profiles = stores.profiles.get;
  const verbs: Verbs = {
    signIn: ({ profileId, windowId }) =>
      unlessFull(
        signIn(profileId, {
          profiles,
          changeLogins: stores.logins.update,
          openTab: (url) => openTab(url, windowId),
          openEmptyTab: () => openEmptyTab(windowId),
          goTo,
          intercept,
          now,
        }),
      ),
    cancelSignIn: async ({ state }) => {
      await stores.logins.update((logins) => logins.filter((login) => login.state !== state));
      await settle();
      return done;
    },
    callUserinfo: ({ captureId }) => unlessFull(callUserinfo(captureId, { ...world, profiles, now })),
    cleanUp: ({ captureId, what }) => unlessFull(chores.cleanUp(captureId, what)),
    forget: async ({ captureIds }) => {
      await world.change((records) => forgetCaptures(records, captureIds));
      // records that could not be read may hold tokens too
      await session.remove(setAsideKey);
      await settle();
      return done;
    },
    discover: ({ issuer }) => discover(issuer, now),
    hello: async () => {
      await settle();
      return done;
    },
  };
  return <M extends Message>(message: M): Promise<Answers[M['type']]> => {
    // the table pairs each type with its own message and answer
    const verb = verbs[message.type] as (message: M) => Promise<Answers[M['type']]>;
    return verb(message);
  };
}

function unlessFull(outcome: Promise<Outcome>): Promise<Outcome> {
  return outcome.catch((error: unknown) => {
    if (!isQuotaError(error)) throw error;
    return { ok: false, reason: 'The browser’s memory for extensions is full. Forget older captures, then try again.' };
  });
}
