import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, memoryArea } from '../../../src/platform/area.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { createSyncStores } from '../../../src/store/profile-sync.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createSync } from '../../../src/worker/sync.ts';
import { now, profile } from '../../support/records.ts';

/** A device with its own storage, on the browser's sync that it shares with others. */
function device(area: Area, profiles: unknown[] = [], more: Record<string, unknown> = {}) {
  const local = memoryArea({ profiles, settings: { syncProfiles: true }, ...more });
  const session = memoryArea({ clientSecrets: { p1: 'of p1', p2: 'of p2' } });
  const stores = createStores(local, session);
  const waits: number[] = [];
  const time = { now };
  const forgotten = createForgotten();
  const sync = createSync({
    forgotten,
    stores,
    local,
    area,
    now: () => time.now,
    pause: async (ms) => {
      waits.push(ms);
      time.now += ms;
    },
  });
  return {
    ...stores,
    ...createSyncStores(local),
    local,
    area,
    forgotten,
    sync,
    waits,
    time,
    names: async () => (await stores.profiles.get()).map(({ name }) => name),
    edit: (id: string, over: Partial<Profile>) =>
      stores.profiles.update((all) => all.map((one) => (one.id === id ? { ...one, ...over } : one))),
    remove: (id: string) => stores.profiles.update((all) => all.filter((one) => one.id !== id)),
  };
}

async function itemsOf(area: Area) {
  const { round, ...items } = await area.get(null);
  return { round, items };
}

describe('profiles in the browser’s sync', () => {
  test('go there as one item each, without metadata and secrets', async () => {
    const one = device(memoryArea(), [
      profile({
        metadata: { fetchedAt: now, document: {} },
        trustedOnFirstUse: { issuer: 'x', at: now },
        extraParams: [['client_secret', 's3cr3t']],
      }),
      profile({ id: 'p2', name: 'two' }),
    ]);
    await one.sync.run();
    const { round, items } = await itemsOf(one.area);
    expect(round).toEqual(expect.any(String));
    expect(items).toEqual({ 'profile:p1': profile(), 'profile:p2': profile({ id: 'p2', name: 'two' }) });
    expect(await one.syncState.get()).toEqual({ at: now, tooLarge: [], noRoom: [], unreadable: 0 });
  });

  test('reach another device, which keeps its own order', async () => {
    const area = memoryArea();
    const one = device(area, [profile({ id: 'b', name: 'beta' }), profile({ id: 'a', name: 'alpha' })]);
    const other = device(area, [profile({ id: 'z', name: 'zeta' })]);
    await one.sync.run();
    await other.sync.run();
    await one.sync.run();
    expect(await other.names()).toEqual(['zeta', 'alpha', 'beta']);
    expect(await one.names()).toEqual(['beta', 'alpha', 'zeta']);
  });

  test('are changed and deleted both ways', async () => {
    const area = memoryArea();
    const one = device(area, [profile(), profile({ id: 'p2', name: 'two' })]);
    const other = device(area);
    await one.sync.run();
    await other.sync.run();
    await other.edit('p1', { name: 'renamed' });
    await other.remove('p2');
    await other.sync.run();
    await one.sync.run();
    expect(await one.names()).toEqual(['renamed']);
    expect(await one.clientSecrets.get()).toEqual({ p1: 'of p1' });
    // one that is being entered goes too
    expect(['p1', 'p2'].map(one.forgotten.secretTimes)).toEqual([0, 1]);
    await one.remove('p1');
    await one.sync.run();
    await other.sync.run();
    expect(await other.names()).toEqual([]);
    expect((await itemsOf(area)).items).toEqual({});
  });

  test('keep the local one of two changes, and push it', async () => {
    const area = memoryArea();
    const one = device(area, [profile()]);
    const other = device(area);
    await one.sync.run();
    await other.sync.run();
    await one.edit('p1', { name: 'of one' });
    await other.edit('p1', { name: 'of the other' });
    await one.sync.run();
    await other.sync.run();
    await one.sync.run();
    expect([await one.names(), await other.names()]).toEqual([['of the other'], ['of the other']]);
  });

  test('stay where they are when the browser’s sync was emptied, here and on a device that comes later', async () => {
    const area = memoryArea();
    const one = device(area, [profile(), profile({ id: 'p2', name: 'two' })]);
    const other = device(area);
    await one.sync.run();
    await other.sync.run();
    await other.edit('p1', { name: 'later' });
    await area.remove(await area.keys());
    await one.remove('p2');
    await one.sync.run();
    await other.sync.run();
    expect((await other.names()).sort()).toEqual(['later', 'two']);
  });

  test('stay on both sides when it is turned off, and are joined when it is turned on again', async () => {
    const area = memoryArea();
    const one = device(area, [profile()]);
    await one.sync.run();
    await one.settings.set({ syncProfiles: false });
    await one.sync.run();
    expect(await one.local.get(['syncBase', 'syncState'])).toEqual({});
    await one.remove('p1');
    await one.sync.run();
    expect(Object.keys((await itemsOf(area)).items)).toEqual(['profile:p1']);
    await one.settings.set({ syncProfiles: true });
    await one.sync.run();
    expect(await one.names()).toEqual(['demo']);
  });

  test('are not touched as long as it is off', async () => {
    const area = memoryArea();
    const one = device(area, [profile()], { settings: {} });
    await one.sync.run();
    expect(await area.get(null)).toEqual({});
  });

  test('that a policy gives never go there', async () => {
    const area = memoryArea();
    const local = memoryArea({ profiles: [], settings: { syncProfiles: true } });
    const stores = createStores(local, memoryArea(), memoryArea({ profiles: [profile()] }));
    await createSync({ forgotten: createForgotten(), stores, local, area, now: () => now }).run();
    expect((await itemsOf(area)).items).toEqual({});
  });

  test('that do not fit are named, whole where they are, and hold up no other', async () => {
    const big = profile({ id: 'big', name: 'big', scopes: ['ö'.repeat(4000)] });
    const one = device(memoryArea(), [big, profile()]);
    await one.sync.run();
    expect(Object.keys((await itemsOf(one.area)).items)).toEqual(['profile:p1']);
    expect(await one.syncState.get()).toMatchObject({ tooLarge: ['big'], noRoom: [] });
    expect(await one.names()).toEqual(['big', 'demo']);
    await one.edit('big', { scopes: ['small'] });
    await one.sync.run();
    expect(await one.syncState.get()).toMatchObject({ tooLarge: [] });
    expect(Object.keys((await itemsOf(one.area)).items).sort()).toEqual(['profile:big', 'profile:p1']);
  });

  test('that grew too large and were deleted then do not come back', async () => {
    const one = device(memoryArea(), [profile()]);
    await one.sync.run();
    await one.edit('p1', { scopes: ['ö'.repeat(4000)] });
    await one.sync.run();
    expect(await one.syncState.get()).toMatchObject({ tooLarge: ['demo'] });
    await one.remove('p1');
    await one.sync.run();
    expect(await one.names()).toEqual([]);
    expect((await itemsOf(one.area)).items).toEqual({});
  });

  test('are named where there is no room for all of them', async () => {
    const many = Array.from({ length: 15 }, (_, at) =>
      profile({ id: `m${at}`, name: `m${at}`, scopes: ['x'.repeat(7000)] }),
    );
    const one = device(memoryArea(), many);
    await one.sync.run();
    const { items } = await itemsOf(one.area);
    expect(Object.keys(items)).toHaveLength(13);
    expect(JSON.stringify(items).length).toBeLessThan(102_400);
    expect(await one.syncState.get()).toMatchObject({ noRoom: ['m13', 'm14'] });
  });

  test('of a newer version stay as they are, here and there', async () => {
    const newer = { id: 'p9', name: 'newer', shape: 2 };
    const area = memoryArea({ round: 'r', 'profile:p9': newer, 'profile:other': profile() });
    const one = device(area, [{ id: 'p8', shape: 2 }, profile({ id: 'p9', name: 'older' })], {
      syncBase: { round: 'r', profiles: { p8: 'as it was' } },
    });
    await area.set({ 'profile:p8': profile({ id: 'p8' }) });
    await one.sync.run();
    await one.sync.run();
    const { items } = await itemsOf(area);
    expect(items).toMatchObject({ 'profile:p8': { id: 'p8' }, 'profile:p9': newer });
    expect(await one.names()).toEqual(['older']);
    expect(await one.syncState.get()).toMatchObject({ unreadable: 2 });
  });

  test('bring no secret from there', async () => {
    const leaky = profile({ extraParams: [['password', 's3cr3t']], metadata: { fetchedAt: 1, document: {} } });
    const one = device(memoryArea({ round: 'r', 'profile:p1': leaky }));
    await one.sync.run();
    expect(await one.profiles.get()).toEqual([profile()]);
  });

  test('say what the browser said when it refused, and try again', async () => {
    const area = memoryArea();
    let isFull = true;
    const set: Area['set'] = (items) =>
      isFull ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : area.set(items);
    const one = device({ ...area, set }, [profile()]);
    await one.sync.run();
    expect(await one.syncState.get()).toMatchObject({ problem: 'QUOTA_BYTES quota exceeded' });
    isFull = false;
    await one.sync.run();
    expect(await one.syncState.get()).not.toHaveProperty('problem');
    expect(Object.keys((await itemsOf(area)).items)).toEqual(['profile:p1']);
  });

  test('are written at most every five seconds, and only when something changed', async () => {
    const area = memoryArea();
    let writes = 0;
    const set: Area['set'] = (items) => {
      writes += 1;
      return area.set(items);
    };
    const one = device({ ...area, set }, [profile()]);
    await one.sync.run();
    await one.sync.run();
    expect([writes, one.waits]).toEqual([1, []]);
    one.time.now += 1000;
    await one.edit('p1', { name: 'two' });
    await one.sync.run();
    expect([writes, one.waits]).toEqual([2, [4000]]);
  });

  test('are brought in step once more for what came while they were', async () => {
    const one = device(memoryArea(), [profile()]);
    const first = one.sync.run();
    await one.edit('p1', { name: 'meanwhile' });
    await Promise.all([first, one.sync.run()]);
    expect((await itemsOf(one.area)).items).toMatchObject({ 'profile:p1': { name: 'meanwhile' } });
  });
});

describe('two devices', () => {
  const ids = ['a', 'b', 'c'];
  const step = fc.record({
    on: fc.constantFrom(0, 1),
    what: fc.constantFrom('put', 'put', 'remove', 'sync', 'sync', 'wipe'),
    id: fc.constantFrom(...ids),
    name: fc.constantFrom('x', 'y', 'z'),
  });

  test('come to the same, and no profile is lost that nobody deleted', async () => {
    const run = async (steps: (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
      const area = memoryArea();
      const devices = [device(area), device(area)] as const;
      const made = new Set<string>();
      const deleted = new Set<string>();
      for (const { on, what, id, name } of steps) {
        const one = devices[on === 0 ? 0 : 1];
        const isThere = (await one.profiles.get()).some((held) => held.id === id);
        if (what === 'sync') await one.sync.run();
        else if (what === 'wipe') await area.remove(await area.keys());
        else if (what === 'put') {
          made.add(id);
          if (isThere) await one.edit(id, { name });
          else await one.profiles.update((all) => [...all, profile({ id, name })]);
        } else if (isThere) {
          deleted.add(id);
          await one.remove(id);
        }
      }
      for (const one of [...devices, ...devices]) await one.sync.run();
      const held = await Promise.all(
        devices.map(async (one) => new Map((await one.profiles.get()).map((p) => [p.id, p]))),
      );
      const [first = new Map(), second = new Map()] = held;
      expect(Object.fromEntries(first)).toEqual(Object.fromEntries(second));
      expect(Object.keys((await itemsOf(area)).items).sort()).toEqual(
        [...first.keys()].map((id) => `profile:${id}`).sort(),
      );
      for (const id of made) if (!deleted.has(id)) expect(first.has(id), id).toBe(true);
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), run), { numRuns: 200 });
  });
});

test('what a newer version wrote here is neither changed nor handed on', async () => {
  const area = memoryArea({ round: 'r', 'profile:p9': profile({ id: 'p9' }) });
  const one = device(area, [profile()], { schema: 2 });
  const before = [await one.local.get(null), await area.get(null)];
  await one.sync.run();
  expect([await one.local.get(null), await area.get(null)]).toEqual(before);
});
