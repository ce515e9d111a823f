import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';
import { profile } from '../../support/records.ts';

const team = profile({ id: 'team', name: 'team' });
const own = profile({ id: 'own', name: 'own' });
const covered = profile({ id: 'team', name: 'covered', callback: 'http://localhost:4000/own' });

const none = { unreadable: 0, doubled: [] };

function stores({ managed = [team] as unknown[], local = [own, covered] as unknown[] } = {}) {
  const areas = { local: memoryArea({ profiles: local }), managed: memoryArea({ profiles: managed }) };
  return { ...areas, ...createStores(areas.local, memoryArea(), areas.managed) };
}

describe('a browser that takes its time to know its policies', () => {
  function slow(hasPolicy = true) {
    const managed = memoryArea({ profiles: [team] });
    let open = () => {};
    const known = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting = { ...managed, get: (keys: string | string[] | null) => known.then(() => managed.get(keys)) };
    return { ...createStores(memoryArea({ profiles: [own], hasPolicy }), memoryArea(), waiting), open };
  }
  test('holds up no reading, and the change is told once', async () => {
    const { allProfiles, open } = slow();
    let calls = 0;
    allProfiles.onChanged(() => (calls += 1));
    expect(await Promise.all([allProfiles.get(), allProfiles.get()])).toEqual([[own], [own]]);
    expect(await allProfiles.load()).toMatchObject({ records: [own] });
    open();
    expect(await allProfiles.whole()).toEqual([team, own]);
    await expect.poll(() => calls).toBe(1);
    expect(await allProfiles.get()).toEqual([team, own]);
  });
  test('and had none of ours the last time is waited for by nobody', async () => {
    const { allProfiles, open } = slow(false);
    expect(await allProfiles.whole()).toEqual([own]);
    expect(await allProfiles.pick((stored) => (stored as { id: string }).id === 'team')).toEqual([]);
    open();
    await expect.poll(allProfiles.get).toEqual([team, own]);
  });
  test('is waited for by an answer, which may belong to one of it even where it matches another', async () => {
    const { allProfiles, open } = slow();
    const picked = allProfiles.pick(() => true);
    expect(await allProfiles.get()).toEqual([own]);
    open();
    expect(await picked).toEqual([team, own]);
  });
  test('is known to all once it is there, though the disk is full', async () => {
    const managed = memoryArea({ profiles: [team] });
    const local = memoryArea({ profiles: [own] });
    const full = { ...local, set: () => Promise.reject(new Error('quota')) };
    const { allProfiles } = createStores(full, memoryArea(), managed);
    expect(await allProfiles.get()).toEqual([team, own]);
    expect(await allProfiles.whole()).toEqual([team, own]);
  });
});

describe('profiles of a policy', () => {
  test('stand before the own ones, and before one of the same id', async () => {
    const { allProfiles } = stores();
    expect(await allProfiles.get()).toEqual([team, own]);
    expect(await allProfiles.load()).toEqual({ records: [team, own], misfits: [], leftOut: none });
  });

  test('hide an own one of the same id also where the policy’s does not matter', async () => {
    const { allProfiles } = stores();
    const isAt = (port: string) => (stored: unknown) => JSON.stringify(stored).includes(`localhost:${port}`);
    expect(await allProfiles.pick(isAt('4000'))).toEqual([]);
    expect(await allProfiles.pick(isAt('3000'))).toEqual([team, own]);
  });

  test('are never written, and what they hide stays stored', async () => {
    const { profiles, local, managed } = stores();
    await profiles.update((all) => [...all, profile({ id: 'new' })]);
    expect((await local.get('profiles')).profiles).toEqual([own, covered, profile({ id: 'new' })]);
    expect((await managed.get('profiles')).profiles).toEqual([team]);
  });

  test('that do not fit are left out and counted, those of the policy apart', async () => {
    const { allProfiles } = stores({ managed: [{ id: 'half' }, team], local: [own, 'text'] });
    expect(await allProfiles.load()).toEqual({
      records: [team, own],
      misfits: [{ id: 'half' }, 'text'],
      leftOut: { unreadable: 1, doubled: [] },
    });
  });

  test.each([['text'], [7], [{}]])('that are no list are one misfit: %j', async (managed) => {
    const { allProfiles } = stores({ managed: managed as unknown as unknown[] });
    expect(await allProfiles.load()).toEqual({
      records: [own, covered],
      misfits: [managed],
      leftOut: { unreadable: 1, doubled: [] },
    });
  });

  test('tell of their changes as the own ones do', async () => {
    const { allProfiles, local, managed } = stores();
    let calls = 0;
    allProfiles.onChanged(() => (calls += 1));
    await managed.set({ profiles: [] });
    await local.set({ profiles: [] });
    await local.set({ settings: {} });
    expect(calls).toBe(2);
  });

  test('that name an id twice count once', async () => {
    const twice = { ...team, name: 'again' };
    const { allProfiles } = stores({ managed: [team, twice], local: [] });
    expect(await allProfiles.load()).toEqual({
      records: [team],
      misfits: [twice],
      leftOut: { unreadable: 0, doubled: [twice] },
    });
    expect(await allProfiles.get()).toEqual([team]);
    expect(await allProfiles.pick(() => true)).toEqual([team]);
  });
});
