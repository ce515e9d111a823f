import { describe, expect, test } from 'vitest';
import { answerLimit } from '../../../src/capture/arrival.ts';
import { type ArriveWorld, arrive, catchUp } from '../../../src/capture/arrive.ts';
import { mayEndAt } from '../../../src/capture/may-end-at.ts';
import { type Area, memoryArea } from '../../../src/platform/area.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { readSession, setWithRoom, updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createJudging } from '../../../src/worker/judging.ts';
import { login, now, profile } from '../../support/records.ts';

const url = 'http://localhost:3000/callback#id_token=a.b.c&access_token=d.e.f&state=the-state';
const event = { url, kind: 'committed', tabId: 7, frameId: 0, at: now } as const;

type Tabs = Pick<ArriveWorld, 'isPrivateTab' | 'isPrivateWindowAt'>;
const normalTabs: Tabs = { isPrivateTab: async () => false, isPrivateWindowAt: async () => false };

function world({ profiles = [profile()], session = memoryArea({ logins: [login()] }), tabs = normalTabs } = {}) {
  const stores = createStores(memoryArea({ profiles }), session);
  const said: string[] = [];
  return { session, stores, profiles, said, ...worldOn(session, pick(stores), said), ...tabs };
}

const pick =
  ({ profiles }: ReturnType<typeof createStores>): ArriveWorld['profilesAt'] =>
  (addresses) =>
    profiles.pick((stored) => addresses.some((address) => mayEndAt(stored, address)));

/** What the capturing part is handed, on this storage area. */
function worldOn(session: Area, profilesAt: ArriveWorld['profilesAt'], said: string[]): ArriveWorld {
  const unlessFull = (work: Promise<unknown>) =>
    work.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && /quota/i.test(error.message)) return false;
        throw error;
      },
    );
  return {
    ...normalTabs,
    area: session,
    profilesAt,
    records: () => readSession(session),
    updateSession: (change, emptied) => unlessFull(updateSession(session, change, { emptied })),
    keep: (items) => unlessFull(setWithRoom(session, items, undefined)),
    tooLarge: async (callback, size, isPrivate) =>
      void said.push(`${callback} has ${size}${isPrivate ? ', private' : ''}`),
    notKept: async (callback) => void said.push(callback),
    caughtUp: async () => void said.push('caught up'),
  };
}

/** The judge on this storage area, of a computer that is offline. */
function judgingOn(session: Area, profiles: Profile[], step: <R>(work: () => Promise<R>) => Promise<R>) {
  const stores = createStores(memoryArea({ profiles }), session);
  const change: Parameters<typeof createJudging>[1]['change'] = (changed) => updateSession(session, changed);
  const get = () => step(async () => ({ ok: false, kind: 'offline' }) as const);
  return createJudging({ stores, session, now: () => now, forgotten: createForgotten() }, { change }, get);
}

test('the raw answer is written before anything else is awaited', async () => {
  const own = world();
  const calls: string[] = [];
  const keep: ArriveWorld['keep'] = (items) => {
    calls.push('keep');
    return own.keep(items);
  };
  const profilesAt = async () => {
    calls.push('profiles');
    return [profile()];
  };
  const isPrivateTab = async () => {
    calls.push('tab');
    return false;
  };
  const arrived = arrive(event, { ...own, keep, profilesAt, isPrivateTab });
  expect(calls).toEqual(['keep', 'tab']);
  await arrived;
});

/**
 * A worker that is killed at its nth await: what it awaits is begun and done, or not even begun, and nothing of the
 * worker goes on afterwards. `death` comes with it, never when there are fewer awaits.
 */
function mortal(at: number, isDone: boolean) {
  let awaits = 0;
  const killed = new Promise<never>(() => {});
  let die: () => void = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const kill = () => {
    die();
    return killed;
  };
  const step = <R>(work: () => Promise<R>): Promise<R> => {
    awaits += 1;
    if (awaits < at) return work();
    if (awaits > at) return killed;
    return isDone ? work().then(kill) : kill();
  };
  const area = (inner: Area): Area => ({
    ...inner,
    get: (keys) => step(() => inner.get(keys)),
    set: (items) => step(() => inner.set(items)),
    remove: (keys) => step(() => inner.remove(keys)),
    keys: () => step(() => inner.keys()),
    // a lock goes with the worker that held it
    exclusive: (work) => work(),
  });
  return { death, step, area };
}

describe('a worker killed at any await between the event and the stored capture', () => {
  const walk = async (at: number, isDone: boolean): Promise<boolean> => {
    const own = world();
    const dying = mortal(at, isDone);
    const area = dying.area(own.session);
    const tabs: Tabs = {
      isPrivateTab: () => dying.step(async () => false),
      isPrivateWindowAt: () => dying.step(async () => false),
    };
    const profilesAt: ArriveWorld['profilesAt'] = (addresses) => dying.step(() => pick(own.stores)(addresses));
    const short = { ...worldOn(area, profilesAt, own.said), ...tabs };
    const life = arrive(event, short)
      .then(() => catchUp(short))
      .then(() => judgingOn(area, own.profiles, dying.step).run());
    const isOver = await Promise.race([life.then(() => true), dying.death.then(() => false)]);
    // the next life, which the same event may have started, or not
    await catchUp(own);
    await judgingOn(own.session, own.profiles, (work) => work()).run();
    const wasKept = at > 1 || isDone;
    if (!wasKept) return isOver;
    const captures = await own.stores.captures.get();
    expect(captures, `killed at await ${at}`).toHaveLength(1);
    expect(captures[0]).toMatchObject({ startedHere: true, judgedAt: now, replays: [] });
    expect(captures[0]?.verdicts.find(({ check }) => check === 'state')?.result).toBe('pass');
    expect(await own.stores.logins.get()).toEqual([]);
    expect((await own.session.keys()).filter((key) => key.startsWith('inbox:'))).toEqual([]);
    return isOver;
  };

  test.each([
    ['before it is done', false],
    ['once it is done', true],
  ])('%s: one capture, judged with what its login sent', async (_, isDone) => {
    let at = 1;
    while (!(await walk(at, isDone))) at += 1;
    // the write of the answer, what is read, the capture, its verdicts
    expect(at).toBeGreaterThan(10);
  });
});

test('an address that is no answer is not written at all', async () => {
  const own = world();
  await arrive({ ...event, url: 'https://elsewhere.example/page?q=private' }, own);
  expect(await own.session.keys()).toEqual(['logins']);
});

test('an answer at an address that is not registered leaves nothing behind', async () => {
  const own = world();
  await arrive({ ...event, url: 'https://elsewhere.example/cb#access_token=x' }, own);
  await catchUp(own);
  expect(await own.session.keys()).toEqual(['logins']);
});

describe('captures of private windows live apart', () => {
  const isPrivateTab = async (tabId: number) => ({ 7: false, 8: true })[tabId];

  test('the same answer in a private window is another capture, and neither sees the other', async () => {
    const own = world({ tabs: { isPrivateTab, isPrivateWindowAt: async () => true } });
    await arrive(event, own);
    await arrive({ ...event, tabId: 8, at: now + 1 }, own);
    await catchUp(own);
    const [captures, others] = [await own.stores.captures.get(), await own.stores.privateCaptures.get()];
    expect(captures).toMatchObject([{ startedHere: true, replays: [] }]);
    expect(others).toMatchObject([{ startedHere: false, replays: [] }]);
    expect(others[0]?.id).not.toBe(captures[0]?.id);
  });
  test('a login of a private window is answered there alone', async () => {
    const session = memoryArea({ logins: [login({ isPrivate: true })] });
    const own = world({ session, tabs: { isPrivateTab, isPrivateWindowAt: async () => true } });
    await arrive(event, own);
    await catchUp(own);
    expect(await own.stores.captures.get()).toMatchObject([{ startedHere: false }]);
    await arrive({ ...event, tabId: 8, at: now + 1 }, own);
    await catchUp(own);
    expect(await own.stores.privateCaptures.get()).toMatchObject([{ startedHere: true }]);
  });
  test.each([
    ['with a private window open it is taken as one of it', true, 'privateCaptures'],
    ['with none about it is taken as an ordinary one', false, 'captures'],
  ] as const)('of a tab that is closed already nothing is known: %s', async (_, isOpen, list) => {
    const own = world({ tabs: { isPrivateTab, isPrivateWindowAt: async () => isOpen } });
    await arrive({ ...event, tabId: 9 }, own);
    await catchUp(own);
    expect(await own.stores[list].get()).toHaveLength(1);
  });
});

describe('an answer over the limit as a whole', () => {
  const many = Array.from({ length: 12 }, (_, index) => `x${index}=${'y'.repeat(200_000)}`).join('&');
  test('is not kept, its size is said, and what was there stays', async () => {
    const own = world({ profiles: [profile({ callback: 'http://localhost:3000/callback?app=1' })] });
    await arrive({ ...event, url: 'http://localhost:3000/callback?app=1#access_token=first' }, own);
    await catchUp(own);
    const address = `http://localhost:3000/callback?app=1#access_token=second&${many}`;
    expect(address.length).toBeGreaterThan(answerLimit);
    await arrive({ ...event, url: address, at: now + 1 }, own);
    await catchUp(own);
    expect(own.said).toContain(`http://localhost:3000/callback?app=1 has ${address.length}`);
    expect(await own.stores.captures.get()).toHaveLength(1);
    expect((await own.session.keys()).filter((key) => key.startsWith('inbox:'))).toEqual([]);
  });
  test('of which the browser tells nothing is spoken of where it is ours', async () => {
    const own = world({ profiles: [profile({ responseMode: 'form_post' })] });
    const untold = { kind: 'request', tabId: 7, frameId: 0, at: now, isFormUntold: true } as const;
    await arrive({ ...untold, url: 'http://localhost:3000/callback' }, own);
    await arrive({ ...untold, url: 'http://localhost:3000/upload' }, own);
    await catchUp(own);
    expect(own.said).toEqual(['http://localhost:3000/callback has untold', 'caught up']);
    expect(await own.stores.captures.get()).toEqual([]);
  });
  test('of which the browser tells nothing is none where answers do not come as forms: Firefox tells no more of an empty one', async () => {
    const own = world();
    const url = 'http://localhost:3000/callback';
    await arrive({ url, kind: 'request', tabId: 7, frameId: 0, at: now, isFormUntold: true }, own);
    await catchUp(own);
    expect(own.said).toEqual(['caught up']);
  });
  test('in a private window is told there alone', async () => {
    const own = world({ tabs: { isPrivateTab: async () => true, isPrivateWindowAt: async () => true } });
    await arrive({ ...event, url: `http://localhost:3000/callback#access_token=x&${many}` }, own);
    await catchUp(own);
    expect(own.said[0]).toMatch(/, private$/);
  });
  test('at an address that is not ours is not spoken of', async () => {
    const own = world();
    await arrive({ ...event, url: `https://elsewhere.example/cb#access_token=x&${many}` }, own);
    await catchUp(own);
    expect(own.said).toEqual(['caught up']);
  });
});

describe('when the memory is full', () => {
  const full = async () => false;
  test('an answer that cannot be written is said, and what was there stays', async () => {
    const own = world();
    await arrive({ ...event, url: 'http://localhost:3000/callback#access_token=first' }, own);
    await catchUp(own);
    await arrive(event, { ...own, keep: full });
    expect(own.said).toEqual(['caught up', 'http://localhost:3000/callback']);
    expect(await own.stores.captures.get()).toHaveLength(1);
  });
  test('an answer in the inbox waits until there is room', async () => {
    const own = world();
    await arrive(event, own);
    await catchUp({ ...own, updateSession: full });
    expect(own.said).toEqual(['']);
    await catchUp(own);
    expect(own.said).toEqual(['', 'caught up']);
    expect(await own.stores.captures.get()).toHaveLength(1);
    await catchUp(own);
    expect(own.said).toEqual(['', 'caught up']);
  });
});

test.each([
  ['no arrival', { junk: 1 }],
  ['no object', 'a.b.c'],
  ['an arrival with a tab that is none', { ...event, id: 'zz', refused: [], tabId: '7' }],
])('what is %s in the inbox goes, and holds up no answer', async (_, value) => {
  const own = world({ session: memoryArea({ logins: [login()], 'inbox:zz': value }) });
  await arrive(event, own);
  await catchUp(own);
  expect(await own.stores.captures.get()).toHaveLength(1);
  expect((await own.session.keys()).filter((key) => key.startsWith('inbox:'))).toEqual([]);
});
