/** Answers the messages of our pages: each by the part of the worker that does its work. */
import { callUserinfo } from '../actions/call-userinfo.ts';
import { forgetCaptures } from '../actions/forget.ts';
import { withPasted } from '../capture/keep-pasted.ts';
import { takePasted } from '../capture/take-pasted.ts';
import type { Answers, Message } from '../messages.ts';
import type { SessionRecords } from '../store/session-records.ts';
import { setAsideKey } from '../store/shape.ts';
import { discover } from '../verify/discover.ts';
import type { Judging } from './judging.ts';
import type { Sent } from './sent.ts';
import type { createSettling } from './settle.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

type OwnVerbs = Pick<Verbs, 'callUserinfo' | 'judge' | 'cleanUp' | 'paste' | 'forget' | 'discover' | 'hello'>;
type Settling = Pick<ReturnType<typeof createSettling>, 'settle' | 'chores'>;

export function createAnswers(
  { stores, session, now }: Context,
  {
    world,
    settling: { settle, chores },
    judging,
    sent,
  }: { world: World; settling: Settling; judging: Judging; sent: Sent },
  others: Omit<Verbs, keyof OwnVerbs>,
) {
  const profiles = stores.allProfiles.get;
  const own: OwnVerbs = {
    callUserinfo: ({ captureId, anyway }) =>
      unlessFull(
        callUserinfo(
          captureId,
          { ...world, profiles, now, judge: judging.judge, discovered: judging.discovered, get: sent.get('userinfo') },
          { anyway: anyway === true },
        ),
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
    discover: ({ issuer }) => discover(issuer, { get: sent.get('discovery'), now }),
    hello: async () => {
      await settle();
      return done;
    },
  };
  const verbs: Verbs = { ...others, ...own };
  return <M extends Message>(message: M): Promise<Answers[M['type']]> => {
    // the table pairs each type with its own message and answer
    const verb = verbs[message.type] as (message: M) => Promise<Answers[M['type']]>;
    return verb(message);
  };
}
