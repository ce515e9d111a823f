/** Has every capture judged, one run after the other. A slow issuer holds up nothing else. */
import { guardedGet } from '../actions/guarded-fetch.ts';
import type { Get } from '../protocol/fetched.ts';
import type { Capture, Profile, Verdict } from '../protocol/records.ts';
import { isQuotaError } from '../store/room.ts';
import { readSession } from '../store/session-records.ts';
import type { Stores } from '../store/stores.ts';
import { fetchDocuments } from '../verify/fetch-documents.ts';
import { findUnjudged, type JudgeWorld, judgeCapture, withoutEnded, withVerdicts } from '../verify/judge-captures.ts';
import type { Context, World } from './world.ts';

/** Two for each issuer: more than this are not kept, the oldest go first. */
const mostDocuments = 40;

type Document = { key: string; value: unknown };
type JudgingStores = Pick<Stores, 'profiles' | 'clientSecrets' | 'documents'>;

export function createJudging(
  { stores, session, now }: Pick<Context, 'session' | 'now'> & { stores: JudgingStores },
  { change, changeCapture, findCapture }: Pick<World, 'change' | 'changeCapture' | 'findCapture'>,
  get: Get = guardedGet,
) {
  const world: JudgeWorld = {
    get,
    now,
    profiles: stores.profiles.get,
    clientSecret: async (profileId) => {
      const secrets = await stores.clientSecrets.get();
      return Object.hasOwn(secrets, profileId) ? secrets[profileId] : undefined;
    },
    cache: {
      read: async (key) => (await stores.documents.get()).find((entry) => entry.key === key)?.value,
      write: async (key, value) => {
        const withEntry = (all: Document[]) => [
          ...all.filter((entry) => entry.key !== key).slice(1 - mostDocuments),
          { key, value },
        ];
        await unlessFull(stores.documents.update(withEntry));
      },
    },
  };

  const judgeAll = async () => {
    await unlessFull(change((records) => withoutEnded(records, now())));
    const waiting = findUnjudged(await readSession(session));
    await Promise.all(
      waiting.map(async ({ capture, side }) => {
        const verdicts = await judgeCapture(capture, side, world);
        // with the memory full the verdicts find no room: the next run judges again
        await unlessFull(
          changeCapture(capture.id, (current) =>
            current.judgedAt === undefined ? withVerdicts(current, verdicts, now()) : current,
          ),
        );
      }),
    );
  };

  let last: Promise<unknown> = Promise.resolve();
  const sideOf = async (id: string) => {
    const { captures, privateCaptures } = await readSession(session);
    return privateCaptures.some((one) => one.id === id) ? privateCaptures : captures;
  };
  const judgeOne = async (capture: Capture, options: { anew?: boolean } = {}): Promise<Verdict[]> =>
    judgeCapture(capture, await sideOf(capture.id), world, options);
  return {
    /** Judges what has no verdicts yet. */
    run(): Promise<unknown> {
      last = last.catch(() => {}).then(judgeAll);
      return last;
    },
    judgeOne,
    /** Judges a capture once more, with the issuer's documents fetched anew. */
    async again(id: string): Promise<void> {
      const capture = await findCapture(id);
      if (!capture) return;
      const verdicts = await judgeOne(capture, { anew: true });
      await changeCapture(id, (current) => withVerdicts(current, verdicts, now()));
    },
    /** The metadata of a profile's issuer. */
    discovered: async (profile: Profile) => (await fetchDocuments(profile, [], world)).discovered,
  };
}

export type Judging = ReturnType<typeof createJudging>;

function unlessFull(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => {
    if (!isQuotaError(error)) throw error;
  });
}
