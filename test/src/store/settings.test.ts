import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';

const of = (settings: unknown, more = {}) => {
  const area = memoryArea({ ...(settings !== undefined && { settings }), ...more });
  return { area, settings: createStores(area, memoryArea()).settings };
};

describe('the settings', () => {
  test.each<[string, unknown, object]>([
    ['that are not there', undefined, {}],
    ['that are no object', ['purgeOnLock'], {}],
    ['that all fit', { freshMinutes: 1, graceMinutes: null }, { freshMinutes: 1, graceMinutes: null }],
    ['of which one does not fit', { freshMinutes: 'soon', purgeOnLock: true }, { purgeOnLock: true }],
    ['of which one is unknown', { theme: 'dark', toString: 1, purgeOnLock: true }, { purgeOnLock: true }],
  ])('%s count as far as they are understood', async (_, stored, counts) => {
    expect(await of(stored).settings.get()).toEqual(counts);
  });

  test('that are not understood outlive a write of others', async () => {
    const { area, settings } = of({ theme: 'dark', freshMinutes: 'soon', purgeOnLock: true });
    await settings.update((stored) => ({ ...stored, syncProfiles: true }));
    const kept = { theme: 'dark', freshMinutes: 'soon', purgeOnLock: true, syncProfiles: true };
    expect(await area.get(null)).toEqual({ settings: kept });
    await settings.set({ freshMinutes: 3 });
    expect(await area.get('settings')).toEqual({ settings: { theme: 'dark', freshMinutes: 3 } });
  });

  test('that are no object are set aside by a write', async () => {
    const { area, settings } = of('purge', { setAside: [{ key: 'profiles', record: 1 }] });
    await settings.update((stored) => ({ ...stored, purgeOnLock: true }));
    expect(await area.get(null)).toEqual({
      settings: { purgeOnLock: true },
      setAside: [
        { key: 'profiles', record: 1 },
        { key: 'settings', record: 'purge' },
      ],
    });
  });

  test('of two writes at once both take effect', async () => {
    const { settings } = of({});
    await Promise.all([
      settings.update((stored) => ({ ...stored, purgeOnLock: true })),
      settings.update((stored) => ({ ...stored, freshMinutes: 2 })),
    ]);
    expect(await settings.get()).toEqual({ purgeOnLock: true, freshMinutes: 2 });
  });
});
