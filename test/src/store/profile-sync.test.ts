import { expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createSynced } from '../../../src/store/profile-sync.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createSync } from '../../../src/worker/sync.ts';
import { now, profile } from '../../support/records.ts';

test('what lies in the account is counted and removed, the round with it, and nothing else', async () => {
  const area = memoryArea({ 'profile:a': {}, 'profile:b': {}, round: 'r1', other: 1 });
  const synced = createSynced(area);
  let told = 0;
  synced.onChanged(() => (told += 1));
  expect(await synced.get()).toBe(2);
  await synced.remove();
  expect(await synced.get()).toBe(0);
  expect(await area.get(null)).toEqual({ other: 1 });
  expect(told).toBe(1);
});

test('a browser without sync holds nothing there', async () => {
  const keys = () => Promise.reject(new Error('sync is disabled'));
  expect(await createSynced({ ...memoryArea(), keys }).get()).toBe(0);
});

test('another device that still syncs loses nothing by it, and puts its own there again', async () => {
  const local = memoryArea({ profiles: [profile()], settings: { syncProfiles: true } });
  const area = memoryArea();
  const stores = createStores(local, memoryArea());
  const sync = createSync({ forgotten: createForgotten(), stores, local, area, now: () => now, pause: async () => {} });
  await sync.run();
  expect(await createSynced(area).get()).toBe(1);
  await createSynced(area).remove();
  await sync.run();
  expect(await stores.profiles.get()).toEqual([profile()]);
  expect(await createSynced(area).get()).toBe(1);
});
