/** What the worker does for each message of our pages: it hands each action what it needs. */
import { callUserinfo } from './actions/call-userinfo.ts';
import { discover } from './actions/discover.ts';
import { forgetCaptures } from './actions/forget.ts';
import { signIn } from './actions/sign-in.ts';
import { isQuotaError } from './capture/inbox.ts';
import type { Answers, Message, Outcome } from './messages.ts';
import type { Area } from './platform/area.ts';
import { openTab } from './platform/tabs.ts';
import { updateSession } from './store/session-records.ts';
import { setAsideKey } from './store/shape.ts';
import type { Stores } from './store/stores.ts';

type Verbs = { [T in Message['type']]: (message: Extract<Message, { type: T }>) => Promise<Answers[T]> };

type World = {
  stores: Stores;
  session: Area;
  /** Takes in what waits and judges what is not judged. */
  settle: () => Promise<void>;
  now: () => number;
};

const done: Outcome = { ok: true };

export function createAnswers({ stores, session, settle, now }: World) {
  const profiles = stores.profiles.get;
  const verbs: Verbs = {
    signIn: ({ profileId }) =>
      unlessFull(signIn(profileId, { profiles, changeLogins: stores.logins.update, openTab, now })),
    cancelSignIn: async ({ state }) => {
      await stores.logins.update((logins) => logins.filter((login) => login.state !== state));
      return done;
    },
    callUserinfo: ({ captureId }) => {
      const changeCapture: Parameters<typeof callUserinfo>[1]['changeCapture'] = (id, change) =>
        stores.captures.update((all) => all.map((capture) => (capture.id === id ? change(capture) : capture)));
      return unlessFull(callUserinfo(captureId, { captures: stores.captures.get, profiles, changeCapture, now }));
    },
    forget: async ({ captureIds }) => {
      await updateSession(session, (records) => forgetCaptures(records, captureIds));
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
