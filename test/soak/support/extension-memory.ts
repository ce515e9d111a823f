import { isBlocking, isUseBlocked } from '../../../src/protocol/checks.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../../tools/browsers/driver.ts';

/** What a test wants to know of a capture. Tokens stay in the browser: a thousand of them weigh megabytes. */
export type Held = {
  id: string;
  profileId: string;
  state: string;
  at: number;
  isJudged: boolean;
  isPinned: boolean;
  isStartedHere: boolean;
  isCalling: boolean;
  /** The ids of the checks that failed, where its tokens are not to be used for them. */
  failed: string[];
  signature: string;
  replays: number;
  tokens: string[];
  /** Why the last call of the token endpoint brought nothing; empty where it did. */
  failure: string;
  /** In characters of JSON. */
  size: number;
};

type StorageArea = {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string): Promise<void>;
  getBytesInUse(): Promise<number>;
};
type Api = {
  storage: Record<'local' | 'session', StorageArea>;
  runtime: { sendMessage(message: object): Promise<unknown> };
  action: { getBadgeText(of: object): Promise<string> };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
};
type Globals = { browser?: Api; chrome: Api };

/**
 * What the extension holds, read through a document of its own that runs none of its code and listens to nothing: each
 * write would be told to a listener whole.
 */
export type ExtensionMemory = Awaited<ReturnType<typeof openMemory>>;

export async function openMemory(driver: Driver) {
  const page: TestPage = await driver.openPage('manifest.json');
  return {
    page,
    /** The captures, newest first, as they lie there. */
    captures: async (): Promise<Held[]> => {
      const all = await page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Globals;
        const { captures = [] } = await (browser ?? chrome).storage.session.get('captures');
        return (captures as Capture[]).map((capture) => ({
          id: capture.id,
          profileId: capture.profileId,
          state: capture.params.find(([name]) => name === 'state')?.[1] ?? '',
          at: capture.capturedAt,
          isJudged: capture.judgedAt !== undefined,
          isPinned: capture.pinned === true,
          isStartedHere: capture.startedHere,
          isCalling: capture.tokenCall !== undefined,
          failed: capture.verdicts.filter(({ result }) => result === 'fail'),
          signature: capture.verdicts.find(({ check }) => check === 'signature')?.result ?? '',
          replays: capture.replays.length,
          tokens: Object.keys(capture.tokens).sort(),
          failure: capture.tokenFailure?.kind ?? '',
          size: JSON.stringify(capture).length,
        }));
      });
      return all.map(({ failed, ...one }) => ({
        ...one,
        failed: isUseBlocked(failed) ? failed.filter(isBlocking).map(({ check }) => check) : [],
      }));
    },
    /** How many logins, answers, calls and checks are not over yet. */
    underWay: (): Promise<number> =>
      page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Globals;
        const all = await (browser ?? chrome).storage.session.get(null);
        const { captures = [], logins = [] } = all as { captures?: Capture[]; logins?: object[] };
        const arrivals = Object.keys(all).filter((key) => key.startsWith('inbox:'));
        const busy = captures.filter(({ judgedAt, tokenCall }) => judgedAt === undefined || tokenCall);
        return logins.length + arrivals.length + busy.length;
      }),
    /** Whether an answer with this state was written anywhere: a login under way has it too, and is none. */
    holds: (state: string): Promise<boolean> =>
      page.evaluate(async (state) => {
        const { browser, chrome } = globalThis as unknown as Globals;
        const { logins: _, ...all } = await (browser ?? chrome).storage.session.get(null);
        return JSON.stringify(all).includes(state);
      }, state),
    read: (area: 'local' | 'session', keys: string[] | null): Promise<Record<string, unknown>> =>
      page.evaluate(
        ([area, keys]) => {
          const { browser, chrome } = globalThis as unknown as Globals;
          return (browser ?? chrome).storage[area].get(keys);
        },
        [area, keys] as const,
      ),
    write: (area: 'local' | 'session', items: Record<string, unknown>): Promise<void> =>
      page.evaluate(
        ([area, items]) => {
          const { browser, chrome } = globalThis as unknown as Globals;
          return (browser ?? chrome).storage[area].set(items);
        },
        [area, items] as const,
      ),
    /** Changes the captures with these ids as the face does it: alone, in one write. */
    patch: (ids: string[], over: Partial<Capture>): Promise<void> =>
      page.evaluate(
        ([ids, over]) => {
          const { browser, chrome } = globalThis as unknown as Globals;
          const { session } = (browser ?? chrome).storage;
          return navigator.locks.request('claimcheck:session', async () => {
            const { captures = [] } = await session.get('captures');
            const patched = (one: Capture) => (ids.includes(one.id) ? { ...one, ...over } : one);
            await session.set({ captures: (captures as Capture[]).map(patched) });
          });
        },
        [ids, over] as const,
      ),
    /** Fills an area with nothing of ours until not even a short answer finds room; gives how many characters went in. */
    fill: (area: 'local' | 'session'): Promise<number> =>
      page.evaluate(async (area) => {
        const { browser, chrome } = globalThis as unknown as Globals;
        const storage = (browser ?? chrome).storage[area];
        const set = (size: number) =>
          storage.set({ filler: 'x'.repeat(size) }).then(
            () => true,
            () => false,
          );
        const probe = 100_000;
        const before = await storage.getBytesInUse();
        await set(probe);
        const each = Math.max(1, Math.floor(((await storage.getBytesInUse()) - before) / probe));
        let size = Math.floor((10_485_760 - before) / each);
        let step = 1024;
        for (; !(await set(size)); step *= 2) size -= step;
        for (step /= 4; step >= 1024; step /= 2) if (await set(size + step)) size += step;
        return size;
      }, area),
    empty: (area: 'local' | 'session'): Promise<void> =>
      page.evaluate((area) => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return (browser ?? chrome).storage[area].remove('filler');
      }, area),
    /** Asks the worker for something; what it answered, or undefined where it died over it. */
    ask: (message: object): Promise<unknown> =>
      page.evaluate((message) => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return (browser ?? chrome).runtime.sendMessage(message).catch(() => undefined);
      }, message),
    badge: (): Promise<string> =>
      page.evaluate(() => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return (browser ?? chrome).action.getBadgeText({});
      }),
    alarms: (): Promise<string[]> =>
      page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return (await (browser ?? chrome).alarms.getAll()).map(({ name }) => name).sort();
      }),
  };
}
