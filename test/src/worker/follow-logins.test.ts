import { expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import type { PendingLogin } from '../../../src/protocol/records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { followLogins } from '../../../src/worker/follow-logins.ts';
import { login, now } from '../../support/records.ts';

/** Logins that are followed in a browser with these tabs closed. */
function following(
  logins: PendingLogin[],
  { closed = [] as number[], settle = async () => {}, isWaiting = false } = {},
) {
  const stores = createStores(memoryArea(), memoryArea({ logins }));
  const silent = vi.fn(async () => {});
  const given: string[] = [];
  const giveUp = async (state: string) => void given.push(state);
  const signingIn = { giveUp, silentTabs: { follow: silent, outcomeOf: async () => ({ ok: true as const }) } };
  const alarm = { isSet: false, ring: () => {} };
  const browser: Parameters<typeof followLogins>[3] = {
    createAlarm: (_, onAlarm) => {
      alarm.ring = onAlarm;
      return (isSet) => {
        alarm.isSet = isSet;
      };
    },
    createWake: () => () => {},
    isTabLoaded: async (tabId) => (closed.includes(tabId) ? undefined : true),
    onTabClosed: () => () => {},
  };
  const settling = { settle: () => settle(), isIntercepting: () => false, isWaiting: async () => isWaiting };
  const followed = followLogins(stores, { settling, signingIn }, { now: () => now, isEventPage: false }, browser);
  return { stores, silent, given, alarm, logins: followed };
}

test('a silent login whose watch has failed is taken up again by the next alarm', async () => {
  const { silent, alarm, logins } = following([login({ silent: true, tabId: 7 })]);
  silent.mockRejectedValue(new Error('The storage cannot be read right now'));
  await logins.follow();
  expect(silent).toHaveBeenCalledTimes(1);
  expect(alarm.isSet).toBe(true);
  alarm.ring();
  expect(silent).toHaveBeenCalledTimes(2);
});

test('a login whose tab was closed is given up: none that is open, silent, over or has no tab yet', async () => {
  const { given, logins } = following(
    [
      login({ state: 'closed', tabId: 7 }),
      login({ state: 'open', tabId: 8 }),
      login({ state: 'silent', tabId: 7, silent: true }),
      login({ state: 'ended', tabId: 7, ended: true }),
      login({ state: 'old', tabId: 7, startedAt: now - 600_000 }),
      login({ state: 'opening' }),
    ],
    { closed: [7] },
  );
  await logins.dropClosed();
  expect(given).toEqual(['closed']);
});

test('a login is not given up over a tab that its answer has closed', async () => {
  const asked = login({ tabId: 7 });
  const answered: PendingLogin = { ...asked, ended: true, captureIds: ['c1'] };
  const { stores, given, logins } = following([asked], {
    closed: [7],
    settle: async () => void (await stores.logins.update(() => [answered])),
  });
  await logins.dropClosed();
  expect(given).toEqual([]);
});

test('a login is not given up while an answer waits for room: it may be the one that closed the tab', async () => {
  const { given, logins } = following([login({ tabId: 7 })], { closed: [7], isWaiting: true });
  await logins.dropClosed();
  expect(given).toEqual([]);
});

test('a tab that is closed while all else is brought up to date is looked at the next time, after what it brought', async () => {
  const closed: number[] = [];
  const { given, logins } = following([login({ tabId: 7 })], {
    closed,
    settle: async () => void closed.push(7),
  });
  await logins.dropClosed();
  expect(given).toEqual([]);
  await logins.dropClosed();
  expect(given).toHaveLength(1);
});
