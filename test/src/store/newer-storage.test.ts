import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { schemaVersion } from '../../../src/protocol/records.ts';
import { emptyDisk, isNewer, NewerStorage, sparingNewer } from '../../../src/store/newer-storage.ts';
import { createStores } from '../../../src/store/stores.ts';
import { profile } from '../../support/records.ts';

const future = { schema: schemaVersion + 1, profiles: [profile(), { id: 'of-tomorrow', shape: 'new' }], theirs: [1] };

describe('what a newer version wrote', () => {
  test('is shown', async () => {
    const { profiles, schema } = createStores(memoryArea(future), memoryArea());
    expect(await profiles.load()).toEqual({ records: [profile()], misfits: [{ id: 'of-tomorrow', shape: 'new' }] });
    expect(isNewer(await schema.get())).toBe(true);
  });
  test('is not written: what a person asked for throws, what is noted on the side is dropped', async () => {
    const disk = memoryArea(future);
    const stores = createStores(disk, memoryArea());
    await expect(stores.profiles.update(() => [])).rejects.toThrow(NewerStorage);
    await expect(stores.settings.update(() => ({ freshMinutes: 1 }))).rejects.toThrow(/newer Claimcheck/);
    await expect(stores.keptSecrets.update(() => ({}))).rejects.toThrow(NewerStorage);
    await stores.held.set(3);
    await stores.recording.set(undefined);
    await stores.schema.update((stored) => Math.max(stored, schemaVersion));
    expect(await disk.get(null)).toEqual(future);
  });
  test('is read beside what cannot wait: the profile in front and what went wrong lie in memory then', async () => {
    const notice = { kind: 'evicted' as const, at: 1, callback: '', detail: '3' };
    const disk = memoryArea({ ...future, activeProfile: 'theirs' });
    const stores = createStores(disk, memoryArea());
    const told: string[] = [];
    stores.activeProfile.onChanged(() => void told.push('activeProfile'));
    expect(await stores.activeProfile.get()).toBe('theirs');
    await stores.activeProfile.set('p1');
    await stores.notices.update((notices) => [...notices, notice]);
    expect([await stores.activeProfile.get(), await stores.notices.get(), told]).toEqual([
      'p1',
      [notice],
      ['activeProfile'],
    ]);
    expect(await disk.get(null)).toEqual({ ...future, activeProfile: 'theirs' });
  });
  test('leaves the memory to be written as ever', async () => {
    const { captures, lookedAt } = createStores(memoryArea(future), memoryArea());
    await lookedAt.set(7);
    expect([await lookedAt.get(), await captures.update(() => [])]).toEqual([7, []]);
  });
  test('goes whole, and only when that is asked for', async () => {
    const disk = memoryArea(future);
    const stores = createStores(disk, memoryArea());
    await emptyDisk(disk);
    expect(await disk.get(null)).toEqual({ schema: schemaVersion });
    await stores.activeProfile.set('p1');
    expect(await disk.get('activeProfile')).toEqual({ activeProfile: 'p1' });
  });
});

test.each([[undefined], [schemaVersion], [0], ['2'], [null], [Number.NaN], [[99]], [{}]])(
  'a version %j keeps nothing from being written',
  async (schema) => {
    const disk = memoryArea(schema === undefined ? {} : { schema });
    await sparingNewer(disk).set({ key: 1 });
    await sparingNewer(disk).remove('other');
    expect(await disk.get('key')).toEqual({ key: 1 });
  },
);
