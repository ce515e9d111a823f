import { beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import type { Fresh, Settings } from '../../../src/protocol/records.ts';
import { readSession, type SessionRecords, updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createKeeping } from '../../../src/worker/keeping.ts';
import { capture, login, now, profile, session, token } from '../../support/records.ts';

type Listener = (told: never) => void;

/** An event of the browser, and a way to have it happen. */
function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    tell: (told?: unknown) => {
      for (const listener of listeners) listener(told as never); // each test tells what its event is told with
    },
    count: () => listeners.size,
  };
}

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../src/platform/browser.ts', () => fake);

const alarms = { set: new Map<string, number>(), onAlarm: event() };
let events: Record<'installed' | 'startup' | 'state' | 'added', ReturnType<typeof event>>;

function install({ isFirefox = false, hasIdle = true } = {}) {
  alarms.set.clear();
  alarms.onAlarm = event();
  events = { installed: event(), startup: event(), state: event(), added: event() };
  const scheme = isFirefox ? 'moz-extension' : 'chrome-extension';
  Object.assign(fake.browser, {
    alarms: {
      onAlarm: alarms.onAlarm,
      create: (name: string, { when }: { when: number }) => void alarms.set.set(name, when),
      clear: (name: string) => void alarms.set.delete(name),
    },
    runtime: { onInstalled: events.installed, onStartup: events.startup, getURL: () => `${scheme}://id/` },
    permissions: { onAdded: events.added },
    idle: hasIdle ? { onStateChanged: events.state } : undefined,
  });
}

const over = capture({ id: 'over', capturedAt: now - 9e6, tokens: { id_token: token({ exp: now / 1000 - 60 }) } });

function world(
  held: Partial<SessionRecords>,
  { settings = {} as Partial<Settings>, local = {}, memory = {}, takeIn = async () => {} } = {},
) {
  const area = memoryArea({ ...session(held), ...memory });
  const stores = createStores(memoryArea({ settings, profiles: [profile()], ...local }), area);
  const asked: string[] = [];
  const cleared: (number | undefined)[] = [];
  const forgotten = createForgotten();
  const keeping = createKeeping(
    { stores, session: area, now: () => now },
    {
      forgotten,
      world: { change: (changed, emptied) => updateSession(area, changed, { ...(emptied && { emptied }) }) },
      settling: {
        takeIn: async () => {
          asked.push('takeIn');
          await takeIn();
        },
        settle: async () => void asked.push('settle'),
      },
      clipboard: { clearDue: async () => void cleared.push((await stores.clipboard.get())?.clearAt) },
      recording: { forget: async () => void asked.push('recording') },
      emptyDisk: async () => void asked.push('disk'),
    },
  );
  return { area, stores, keeping, forgotten, asked, cleared, records: () => readSession(area) };
}

beforeEach(() => install());

describe('what is over', () => {
  test('goes, and an alarm stands for the next', async () => {
    const { keeping, records } = world({ captures: [capture(), over] }, { settings: { graceMinutes: 0 } });
    await keeping.purge();
    expect((await records()).captures.map(({ id }) => id)).toEqual(['c1']);
    expect([...alarms.set]).toEqual([['purge', now + 3_600_000]]);
  });

  test('stays as long as is chosen: eight hours unless told otherwise, and until the browser closes', async () => {
    const chosen = world({ captures: [over] });
    await chosen.keeping.purge();
    expect((await chosen.records()).captures).toHaveLength(1);
    expect(alarms.set.has('purge')).toBe(true);
    const kept = world({ captures: [over] }, { settings: { graceMinutes: null } });
    await kept.keeping.purge();
    expect((await kept.records()).captures).toHaveLength(1);
    expect(alarms.set.has('purge')).toBe(false);
  });

  test('goes when the alarm rings', async () => {
    const { records } = world({ captures: [over] }, { settings: { graceMinutes: 0 } });
    alarms.onAlarm.tell({ name: 'login' });
    alarms.onAlarm.tell({ name: 'purge' });
    await vi.waitFor(async () => expect((await records()).captures).toEqual([]));
    expect(alarms.set.has('purge')).toBe(false);
  });
});

const held3 = { captures: [capture(), capture({ id: 'c2' })], privateCaptures: [capture({ id: 'p' })] };
const full = {
  'inbox:1': { id: '1', url: 'http://localhost:3000/callback#id_token=a.b.c' },
  setAside: [{ key: 'captures', record: 'a.b.c' }],
  clientSecrets: { p1: 'secret' },
  fresh: { profileId: 'p1', askedAt: now, step: 'ready', captureId: 'c1' },
  documents: [{ key: 'https://issuer.example', value: {} }],
  clipboard: { digest: 'd', clearAt: now + 60_000 },
  lookedAt: now,
};
const empty = {
  captures: [],
  privateCaptures: [],
  logins: [],
  sightings: {},
  chores: [],
  pastStates: [],
  hasBegun: true,
};

describe('when the screen is locked', () => {
  test('every token goes from memory, and it is said how many captures, those of private windows apart', async () => {
    const settings = { purgeOnLock: true };
    const { area, stores, asked } = world({ ...held3, logins: [login()] }, { settings, memory: full });
    events.state.tell('locked');
    await vi.waitFor(() => expect(asked).toEqual(['takeIn', 'settle']));
    const { documents, clipboard, lookedAt } = full;
    const notice = { kind: 'locked', at: now, callback: '' };
    expect(await area.get(null)).toEqual({
      ...{ ...empty, documents, clipboard, lookedAt },
      privateNotices: [{ ...notice, detail: '1' }],
    });
    expect(await stores.notices.get()).toEqual([{ ...notice, detail: '2' }]);
  });

  test('nothing goes unless the person has chosen it, or when nobody is there', async () => {
    const chosen = world(held3, { settings: { purgeOnLock: true } });
    events.state.tell('idle');
    events.state.tell('active');
    install();
    const other = world(held3);
    events.state.tell('locked');
    await new Promise((resolve) => setImmediate(resolve));
    for (const { records, stores } of [chosen, other]) {
      expect((await records()).captures).toHaveLength(2);
      expect(await stores.notices.get()).toEqual([]);
    }
  });

  test('it is listened for once the browser allows it, and once alone', () => {
    install({ hasIdle: false });
    world({});
    Object.assign(fake.browser, { idle: { onStateChanged: events.state } });
    events.added.tell({ permissions: ['history'] });
    expect(events.state.count()).toBe(0);
    events.added.tell({ permissions: ['idle'] });
    events.added.tell({ permissions: ['idle'] });
    expect(events.state.count()).toBe(1);
  });

  test('Firefox, which never says so, is not listened to', () => {
    install({ isFirefox: true });
    world({});
    expect(events.state.count() + events.added.count()).toBe(0);
  });
});

test('what was under way when everything is forgotten is to leave nothing', async () => {
  const { forgotten, keeping } = world({ captures: [capture()] });
  await keeping.verbs.forgetEverything({ type: 'forgetEverything' });
  // before and after: what began in between saw what is gone
  expect(forgotten.times()).toBe(2);
});

test('forgetting everything leaves profiles, settings and encrypted secrets, and of memory when it was looked at', async () => {
  const kept = { version: 1, iterations: 600_000, salt: 's', iv: 'i', data: 'd' } as const;
  const local = { keptSecrets: { p1: kept }, notices: [{ kind: 'evicted', at: now, callback: '', detail: '1' }] };
  const memory = { ...full, privateNotices: [{ kind: 'evicted', at: now, callback: '' }] };
  const { area, stores, keeping, asked, cleared } = world({ ...held3, logins: [login()] }, { local, memory });
  expect(await keeping.verbs.forgetEverything({ type: 'forgetEverything' })).toEqual({ ok: true });
  expect(await area.get(null)).toEqual({ ...empty, lookedAt: now });
  expect(await stores.notices.get()).toEqual([]);
  expect(await stores.profiles.get()).toEqual([profile()]);
  expect(await stores.keptSecrets.get()).toEqual({ p1: kept });
  expect(asked).toEqual(['takeIn', 'recording', 'settle']);
  expect(cleared).toEqual([now]);
});

test('what lies on disk goes too where that is asked for', async () => {
  const { keeping, asked } = world(held3);
  expect(await keeping.verbs.forgetEverything({ type: 'forgetEverything', onDisk: true })).toEqual({ ok: true });
  expect(asked).toEqual(['takeIn', 'recording', 'disk', 'settle']);
});

describe('what cannot be taken in keeps nothing from being forgotten', () => {
  const takeIn = () => Promise.reject(new Error('no tab id'));

  test('when all is to be forgotten', async () => {
    const { area, keeping } = world(held3, { memory: full, takeIn });
    expect(await keeping.verbs.forgetEverything({ type: 'forgetEverything' })).toEqual({ ok: true });
    expect(await area.get(null)).toEqual({ ...empty, lookedAt: now });
  });

  test('when the screen is locked', async () => {
    const { records } = world(held3, { settings: { purgeOnLock: true }, takeIn });
    events.state.tell('locked');
    await vi.waitFor(async () => expect((await records()).captures).toEqual([]));
  });
});

describe('the number of captures in memory', () => {
  test('is noted when it changes; those of private windows leave no trace on disk', async () => {
    const { keeping, stores, area } = world(held3);
    const writes: number[] = [];
    stores.held.onChanged(() => void writes.push(1));
    await keeping.purge();
    await keeping.purge();
    expect(await stores.held.get()).toBe(2);
    expect(writes).toHaveLength(1);
    await area.set({ captures: [] });
    await keeping.purge();
    expect(await stores.held.get()).toBe(0);
  });

  const lost = [{ kind: 'session_lost', at: now, callback: '', detail: '3' }];

  test.each([
    ['an update or a reload', () => events.installed.tell({ reason: 'update' })],
    ['a turning off and on, of which the browser tells nothing', () => {}],
  ])('says after %s how many are gone, once', async (_, happens) => {
    const { stores, keeping, area } = world({ captures: [capture()] }, { local: { held: 3 } });
    const noted = keeping.purge();
    happens();
    await noted;
    expect(await stores.notices.get()).toEqual(lost);
    expect(await stores.held.get()).toBe(1);
    await stores.notices.update(() => []);
    await keeping.purge();
    const local = { held: 1 };
    const next = world({}, { local, memory: await area.get(null) });
    await next.keeping.purge();
    for (const life of [stores, next.stores]) expect(await life.notices.get()).toEqual([]);
  });

  test.each([
    ['at an installation', () => events.installed.tell({ reason: 'install' })],
    ['at an update of the browser', () => events.installed.tell({ reason: 'browser_update' })],
    ['at a start of the browser', () => events.startup.tell()],
    [
      'at a start of the browser that brings an update',
      () => {
        events.installed.tell({ reason: 'update' });
        events.startup.tell();
      },
    ],
    [
      'whichever of the two is told first',
      () => {
        events.startup.tell();
        events.installed.tell({ reason: 'update' });
      },
    ],
  ])('says nothing %s, be it told before, amid or after the first work', async (_, happens) => {
    for (const turns of [0, 1, 2, 3, 5, 8, 30]) {
      install();
      const { stores, keeping } = world({}, { local: { held: 3 } });
      const work = turns === 0 ? undefined : keeping.purge();
      for (let turn = 1; turn < turns; turn += 1) await Promise.resolve();
      happens();
      await (work ?? keeping.purge());
      await new Promise((resolve) => setImmediate(resolve));
      expect(await stores.notices.get()).toEqual([]);
      expect(await stores.held.get()).toBe(0);
    }
  });

  test('says nothing where nothing is gone', async () => {
    const { stores, keeping } = world({ captures: [capture()] }, { local: { held: 3 }, memory: { hasBegun: true } });
    await keeping.purge();
    expect(await stores.notices.get()).toEqual([]);
    expect(await stores.held.get()).toBe(1);
  });
});

describe('what “Fresh token” came to', () => {
  const fresh = { profileId: 'p1', askedAt: now, captureId: 'over' } as const;
  const purged = async (held: Fresh, records: Partial<SessionRecords>) => {
    const { stores, keeping } = world(records, { memory: { fresh: held }, settings: { graceMinutes: 0 } });
    await keeping.purge();
    await keeping.purge();
    return stores.fresh.get();
  };

  test.each(['ready', 'copied'] as const)('goes with its capture when it is %s', async (step) => {
    expect(await purged({ ...fresh, step }, { captures: [over] })).toBeUndefined();
    expect(await purged({ ...fresh, step }, {})).toBeUndefined();
    expect(await purged({ ...fresh, step, isPrivate: true }, { captures: [capture({ id: 'over' })] })).toBeUndefined();
  });

  test('stays while its capture does, and why there is none stays in any case', async () => {
    const held = { captures: [capture({ id: 'over' })] };
    expect(await purged({ ...fresh, step: 'ready' }, held)).toMatchObject({ step: 'ready' });
    const apart = { privateCaptures: held.captures };
    expect(await purged({ ...fresh, step: 'copied', isPrivate: true }, apart)).toMatchObject({ step: 'copied' });
    expect(await purged({ ...fresh, step: 'failed', reason: 'x' }, {})).toMatchObject({ step: 'failed' });
    expect(await purged({ ...fresh, step: 'refreshing' }, {})).toMatchObject({ step: 'refreshing' });
  });
});
