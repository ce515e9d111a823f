/** Has every capture judged, each by itself: a slow issuer holds up nothing else. */
import { withoutLostCalls } from '../actions/end-calls.ts';
import { guardedGet } from '../actions/guarded-fetch.ts';
import type { Get } from '../protocol/fetched.ts';
import type { Capture, Profile, Verdict } from '../protocol/records.ts';
import { isQuotaError } from '../store/room.ts';
import { readSession } from '../store/session-records.ts';
import type { Stores } from '../store/stores.ts';
import { type Documents, fetchDocuments } from '../verify/fetch-documents.ts';
import { findUnjudged, type JudgeWorld, judgeCapture, withoutEnded, withVerdicts } from '../verify/judge-captures.ts';
import type { JudgedBy } from '../verify/judging-events.ts';
import type { Forgotten } from './forgotten.ts';
import type { Context, World } from './world.ts';
import { createWriteTogether } from './write-together.ts';

/** Two for each issuer: more than this are not kept, the oldest go first. */
const mostDocuments = 40;

/** A capture that changes each time that it is judged waits for the next run. */
const mostTries = 3;

type Found = { capture: Capture; side: Capture[] };
type Options = { anew: boolean; found?: Found };
type Document = { key: string; value: unknown };
type JudgingStores = Pick<Stores, 'allProfiles' | 'clientSecrets' | 'documents'>;
type JudgingContext = Pick<Context, 'session' | 'now'> & {
  stores: JudgingStores;
  forgotten: Pick<Forgotten, 'times'>;
};

export function createJudging(
  { stores, session, now, forgotten }: JudgingContext,
  { change, isOurs }: Pick<World, 'change'> & Partial<Pick<World, 'isOurs'>>,
  get: Get = guardedGet,
  getKeys: Get = get,
) {
  const worldAfter = (times: number): JudgeWorld => ({
    get,
    getKeys,
    now,
    profiles: stores.allProfiles.get,
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
        await unlessFull(stores.documents.update((all) => (forgotten.times() === times ? withEntry(all) : all)));
      },
    },
  });
  let world = { times: forgotten.times(), ...worldAfter(forgotten.times()) };
  /** One for all that begins before everything is forgotten the next time: what it asks for it asks for once. */
  const worldNow = (): JudgeWorld => {
    const times = forgotten.times();
    if (world.times !== times) world = { times, ...worldAfter(times) };
    return world;
  };

  const profileOf = async ({ profileId }: Capture) =>
    (await stores.allProfiles.get()).find(({ id }) => id === profileId);
  const changeCapture = createWriteTogether(change);
  const find = async (id: string): Promise<Found | undefined> => {
    const { captures, privateCaptures } = await readSession(session);
    for (const side of [captures, privateCaptures]) {
      const capture = side.find((one) => one.id === id);
      if (capture) return { capture, side };
    }
    return undefined;
  };
  /** False when the capture has changed since it was judged: nothing is written then. */
  const write = async (judged: Capture, verdicts: Verdict[], by: JudgedBy): Promise<boolean> => {
    let isCurrent = true;
    await changeCapture(judged.id, (current) => {
      isCurrent = isSame(judgedPart(current), judgedPart(judged));
      return isCurrent ? withVerdicts(current, verdicts, now(), by) : current;
    });
    return isCurrent;
  };
  /** Judges until the verdicts are on what is stored: a capture or its profile may change while an issuer is asked. */
  const judgeStored = async (id: string, { anew, found: first }: Options) => {
    // what an earlier try fetched was fetched for this judging
    const by: JudgedBy = { since: now() };
    const onDocuments = (documents: Documents) => {
      by.documents = documents;
    };
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = tries === 0 && first ? first : await find(id);
      if (!found) return;
      const { capture, side } = found;
      const profile = await profileOf(capture);
      // documents that were fetched anew a moment ago are as good as new
      const verdicts = await judgeCapture(capture, side, worldNow(), {
        anew: anew && tries === 0,
        onDocuments,
      });
      if (isSame(profile, await profileOf(capture)) && (await write(capture, verdicts, by))) return;
    }
  };

  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const flights = new Map<string, Promise<unknown>>();
  /** One after the other for each capture. */
  const judge = (id: string, { anew = false, ...given }: Partial<Options> = {}): Promise<unknown> => {
    const before = flights.get(id) ?? Promise.resolve();
    const flight = before
      .catch(() => {})
      .then(() => judgeStored(id, { anew, ...given }))
      .then(tell)
      .finally(() => {
        if (flights.get(id) === flight) flights.delete(id);
      });
    flights.set(id, flight);
    return flight;
  };
  return {
    /** Judges what has no verdicts yet, after what is over was let go of. What is being judged already is not judged twice. */
    async run(): Promise<void> {
      const due = change((records) => withoutLostCalls(withoutEnded(records, now()), now(), isOurs));
      const records = (await unlessFull(due)) ?? (await readSession(session));
      tell();
      const waiting = findUnjudged(records);
      // with the memory full the verdicts find no room: the next run judges again
      const judged = (found: Found) => flights.get(found.capture.id) ?? judge(found.capture.id, { found });
      await Promise.all(waiting.map((found) => unlessFull(judged(found))));
    },
    /** Calls back each time that a capture was judged, and when a run begins: what waits for verdicts can go on. */
    onJudged: (listener: () => void) => void listeners.add(listener),
    /** Judges a capture once more. `anew`: with the issuer's documents fetched anew. */
    judge,
    /** The metadata of a profile's issuer. */
    discovered: async (profile: Profile) => (await fetchDocuments(profile, [], worldNow())).discovered,
  };
}

export type Judging = ReturnType<typeof createJudging>;

/** What verdicts are about. */
function judgedPart(capture: Capture) {
  const { verdicts: _, judgedAt: __, events: ___, userinfoSentAt: ____, tokenCall: _____, ...judged } = capture;
  return judged;
}

/** Both come out of storage, which keeps the order of members. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Undefined where there was no room. */
function unlessFull<R>(work: Promise<R>): Promise<R | undefined> {
  return work.catch((error: unknown) => {
    if (!isQuotaError(error)) throw error;
    return undefined;
  });
}
