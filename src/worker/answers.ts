/** What the worker does for each message of our pages: it hands each action what it needs. */
import { callUserinfo } from '../actions/call-userinfo.ts';
import { forgetCaptures } from '../actions/forget.ts';
import { guardedGet } from '../actions/guarded-fetch.ts';
import { signIn } from '../actions/sign-in.ts';
import { withPasted } from '../capture/keep-pasted.ts';
import { takePasted } from '../capture/take-pasted.ts';
import type { Answers, Discovered, Message, Outcome } from '../messages.ts';
import { goTo, openEmptyTab, openTab } from '../platform/tabs.ts';
import { isQuotaError } from '../store/room.ts';
import type { SessionRecords } from '../store/session-records.ts';
import { setAsideKey } from '../store/shape.ts';
import { discover } from '../verify/discover.ts';
import type { Judging } from './judging.ts';
import type { createSettling } from './settle.ts';
import type { Context, World } from './world.ts';

type Verbs = { [T in Message['type']]: (message: Extract<Message, { type: T }>) => Promise<Answers[T]> };

const done: Outcome = { ok: true };

export function createAnswers(
  { stores, session, now }: Context,
  world: World,
  { settle, chores, intercept, judging }: ReturnType<typeof createSettling> & { judging: Judging },
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
          findRejection: async (profile) => rejectionOf(await judging.discovered(profile)),
          intercept,
          now,
        }),
      ),
    cancelSignIn: async ({ state }) => {
      await stores.logins.update((logins) => logins.filter((login) => login.state !== state));
      await settle();
      return done;
    },
    callUserinfo: ({ captureId, anyway }) =>
      unlessFull(
        callUserinfo(captureId, { ...world, profiles, now, judge: judging.judge }, { anyway: anyway === true }),
      ),
    judge: ({ captureId }) => unlessFull(judging.judge(captureId, { anew: true }).then(() => done)),
    cleanUp: ({ captureId, what }) => unlessFull(chores.cleanUp(captureId, what)),
    paste: async ({ text, profileId, isPrivate = false }) => {
      const side = isPrivate ? 'privateCaptures' : 'captures';
      const taken = await takePasted(text, profileId, { profiles: await profiles(), isPrivate, now: now() });
      if (!taken.ok) return taken;
      let captureId = taken.capture.id;
      // looked for in the same turn as it is written: the same text may be pasted twice at once
      const keep = (records: SessionRecords) => {
        const kept = withPasted(records, side, taken.capture);
        captureId = kept.captureId;
        return kept.records;
      };
      const kept = await unlessFull(world.change(keep).then(() => done));
      if (!kept.ok) return kept;
      void judging.run().catch(() => {});
      return { ok: true, captureId };
    },
    forget: async ({ captureIds }) => {
      await world.change((records) => forgetCaptures(records, captureIds));
      // records that could not be read may hold tokens too
      await session.remove(setAsideKey);
      await settle();
      return done;
    },
    discover: ({ issuer }) => discover(issuer, { get: guardedGet, now }),
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

/** A configuration whose issuer is not the one that its document names is not used (OpenID Connect Discovery 4.3). */
function rejectionOf(discovered: Discovered | undefined): string | undefined {
  if (discovered?.ok !== false || discovered.problem !== 'issuer_mismatch') return undefined;
  return `The discovery document of the profile’s issuer names another one: ${discovered.detail ?? 'none'}. Correct the issuer in the profile first.`;
}

function unlessFull(outcome: Promise<Outcome>): Promise<Outcome> {
  return outcome.catch((error: unknown) => {
    if (!isQuotaError(error)) throw error;
    return { ok: false, reason: 'The browser’s memory for extensions is full. Forget older captures, then try again.' };
  });
}
