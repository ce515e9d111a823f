import { expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';
import { followLogins } from '../../../src/worker/follow-logins.ts';
import { login, now } from '../../support/records.ts';

test('a silent login whose watch has failed is taken up again by the next alarm', async () => {
  const stores = createStores(memoryArea(), memoryArea({ logins: [login({ silent: true, tabId: 7 })] }));
  const follow = vi.fn(async () => Promise.reject(new Error('The storage cannot be read right now')));
  const settling = { settle: async () => {}, isIntercepting: () => false };
  const signingIn = { giveUp: async () => {}, silentTabs: { follow, outcomeOf: async () => ({ ok: true as const }) } };
  const alarm = { isSet: false, ring: () => {} };
  const browser: Parameters<typeof followLogins>[3] = {
    createAlarm: (_, onAlarm) => {
      alarm.ring = onAlarm;
      return (isSet) => {
        alarm.isSet = isSet;
      };
    },
    createWake: () => () => {},
    isTabLoaded: async () => false,
    onTabClosed: () => () => {},
  };
  const times = { now: () => now, isEventPage: false };
  const logins = followLogins(stores, { settling, signingIn }, times, browser);
  await logins.follow();
  expect(follow).toHaveBeenCalledTimes(1);
  expect(alarm.isSet).toBe(true);
  alarm.ring();
  expect(follow).toHaveBeenCalledTimes(2);
});
