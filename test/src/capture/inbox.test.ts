import { describe, expect, test } from 'vitest';
import { arrive, catchUp } from '../../../src/capture/arrive.ts';
import { memoryArea } from '../../../src/platform/area.ts';
import { updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { judgeCaptures } from '../../../src/verify/judge-captures.ts';
import { login, now, profile } from '../../support/records.ts';

const url = 'http://localhost:3000/callback#id_token=a.b.c&access_token=d.e.f&state=the-state';
const event = { url, kind: 'committed', tabId: 7, frameId: 0, at: now } as const;

function world(profiles = [profile()]) {
  const local = memoryArea({ profiles });
  const session = memoryArea({ logins: [login()] });
  const stores = createStores(local, session);
  const full: string[] = [];
  return {
    session,
    stores,
    full,
    area: session,
    profiles: stores.profiles.get,
    logins: stores.logins.get,
    captures: stores.captures.get,
    updateSession: (change: Parameters<typeof updateSession>[1]) => updateSession(session, change),
    notKept: async (callback: string) => void full.push(callback),
    caughtUp: async () => void full.push('caught up'),
  };
}

test('the raw answer is written before anything else is awaited', async () => {
  const own = world();
  const calls: string[] = [];
  const set = (items: Record<string, unknown>) => {
    calls.push('set');
    return own.session.set(items);
  };
  const area = { ...own.session, set };
  const profiles = async () => {
    calls.push('profiles');
    return [profile()];
  };
  const arrived = arrive(event, { ...own, area, profiles });
  expect(calls).toEqual(['set']);
  await arrived;
});

test('a worker killed after any of its writes ends with one judged capture', async () => {
  // the writes of a whole run, counted first; then one run for each of them in which everything after it is lost
  for (let survived = 1; survived <= 4; survived += 1) {
    const own = world();
    let left = survived;
    const mortal = {
      ...own.session,
      set: async (items: Record<string, unknown>) =>
        left-- > 0 ? own.session.set(items) : new Promise<void>(() => {}),
      remove: async (keys: string | string[]) => (left-- > 0 ? own.session.remove(keys) : new Promise<void>(() => {})),
      exclusive: <R>(work: () => Promise<R>) => work(),
    };
    const dying = {
      ...own,
      area: mortal,
      updateSession: (change: Parameters<typeof updateSession>[1]) => updateSession(mortal, change),
    };
    const life = arrive(event, dying)
      .then(() => catchUp(dying))
      .then(() => updateSession(mortal, (records) => judgeCaptures(records, now)));
    await Promise.race([life, new Promise((resolve) => setImmediate(() => setImmediate(() => setImmediate(resolve))))]);
    await catchUp(own);
    await updateSession(own.session, (records) => judgeCaptures(records, now));
    const captures = await own.stores.captures.get();
    expect(captures, `killed after write ${survived}`).toHaveLength(1);
    expect(captures[0]).toMatchObject({ startedHere: true, judgedAt: now, replays: [] });
    expect(captures[0]?.verdicts.find(({ check }) => check === 'state')?.result).toBe('pass');
    expect(await own.stores.logins.get()).toEqual([]);
    expect((await own.session.keys()).filter((key) => key.startsWith('inbox:'))).toEqual([]);
  }
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

describe('when the memory is full', () => {
  const full = async () => {
    throw new Error('QUOTA_BYTES quota exceeded');
  };
  test('an answer that cannot be written is said, and what was there stays', async () => {
    const own = world();
    await arrive({ ...event, url: 'http://localhost:3000/callback#access_token=first' }, own);
    await catchUp(own);
    await arrive(event, { ...own, area: { ...own.session, set: full } });
    expect(own.full).toEqual(['caught up', 'http://localhost:3000/callback']);
    expect(await own.stores.captures.get()).toHaveLength(1);
  });
  test('an answer in the inbox waits until there is room', async () => {
    const own = world();
    await arrive(event, own);
    await catchUp({ ...own, updateSession: full });
    expect(own.full).toEqual(['']);
    await catchUp(own);
    expect(own.full).toEqual(['', 'caught up']);
    expect(await own.stores.captures.get()).toHaveLength(1);
    await catchUp(own);
    expect(own.full).toEqual(['', 'caught up']);
  });
});
