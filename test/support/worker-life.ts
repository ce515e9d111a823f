import { type Area, memoryArea } from '../../src/platform/area.ts';
import type { Fetched, Post } from '../../src/protocol/fetched.ts';
import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import { readSession, updateSession } from '../../src/store/session-records.ts';
import { createStores } from '../../src/store/stores.ts';
import { createForgotten } from '../../src/worker/forgotten.ts';
import { createJudging } from '../../src/worker/judging.ts';
import { createOurCalls } from '../../src/worker/our-calls.ts';
import { createTokenCalls } from '../../src/worker/token-calls.ts';
import { codeProfile } from './code-login.ts';
import { now } from './records.ts';

type Held = {
  profiles?: Profile[];
  captures?: Capture[];
  privateCaptures?: Capture[];
  logins?: PendingLogin[];
  clientSecrets?: Record<string, string>;
};

/** A browser: what is stored outlives each life of the worker. `sent`: every request that a life has sent. */
export function createBrowser({ profiles = [codeProfile()], ...session }: Held = {}) {
  const area = memoryArea({ ...session });
  const stores = createStores(memoryArea({ profiles }), area);
  const sent: { address: string; form: URLSearchParams; headers: Record<string, string> }[] = [];
  const stored = async (id = 'c1'): Promise<Capture | undefined> => {
    const { captures, privateCaptures } = await readSession(area);
    return [...captures, ...privateCaptures].find((one) => one.id === id);
  };

  /** One life of the worker. It dies with the write after `writes` of them, and does nothing from then on. */
  function live({
    answer,
    writes = Number.POSITIVE_INFINITY,
    mayReach = () => true,
    sharesLock = false,
  }: {
    answer: () => Fetched | Promise<Fetched>;
    writes?: number;
    mayReach?: () => boolean;
    /** Whether it lives beside another life, under the one lock of the browser. A life that dies lets go of it. */
    sharesLock?: boolean;
  }) {
    const own = mortal(area, writes, sharesLock);
    const post: Post = async (address, body, headers) => {
      sent.push({ address, form: new URLSearchParams(body), headers });
      return answer();
    };
    const ownStores = createStores(memoryArea({ profiles }), own.area);
    const change = (changed: Parameters<typeof updateSession>[1]) => updateSession(own.area, changed);
    const ourCalls = createOurCalls();
    const clock = () => now;
    const context = { stores: ownStores, session: own.area, now: clock, forgotten: createForgotten() };
    const judging = createJudging(context, { change, ...ourCalls }, async () => ({
      ok: false,
      kind: 'offline',
    }));
    const find = async (id: string) => (await ownStores.clientSecrets.get())[id];
    const tokenCalls = createTokenCalls(
      context,
      { world: { change, ...ourCalls }, judging, secrets: { find } },
      { post, exclusively: (_, work) => work(), mayReach: async () => mayReach() },
    );
    return { judging, tokenCalls, isDead: own.isDead };
  }

  return { area, stores, sent, stored, live, logins: async () => (await readSession(area)).logins };
}

/** The same storage until a life ends: with its own queue, as nobody waits for the dead. */
function mortal(area: Area, writes: number, sharesLock: boolean): { area: Area; isDead: () => boolean } {
  let left = writes;
  let isDead = false;
  const never = () => new Promise<never>(() => {});
  let last: Promise<unknown> = Promise.resolve();
  return {
    isDead: () => isDead,
    area: {
      ...area,
      get: (keys) => (isDead ? never() : area.get(keys)),
      set: (items) => {
        isDead ||= left <= 0;
        left -= 1;
        return isDead ? never() : area.set(items);
      },
      exclusive: (work) => {
        if (sharesLock) return area.exclusive(work);
        const done = last.then(work);
        last = done.catch(() => {});
        return done;
      },
    },
  };
}
