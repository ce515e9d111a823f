import { expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import type { NavigationEvent } from '../../../src/platform/navigation.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createLoginPages } from '../../../src/worker/login-pages.ts';
import { login, now } from '../../support/records.ts';

const pool = 'https://demo.auth.us-east-1.amazoncognito.com';

function world() {
  const stores = createStores(memoryArea(), memoryArea({ logins: [login({ tabId: 7 })] }));
  const own = { stores, filters: [] as unknown[], tell: (_: NavigationEvent) => {} };
  const pages = createLoginPages(
    { stores, now: () => now, pause: { isOn: stores.paused.get } },
    {
      watchNavigation: (filters, onEvent) => {
        own.filters = filters;
        own.tell = onEvent;
        return () => {};
      },
      canWatchNavigation: () => true,
      filterMemory: () => undefined,
    },
  );
  return Object.assign(own, { pages });
}

test('while a login is under way its provider is watched, and its pages are kept with it', async () => {
  const own = world();
  expect(own.filters).toEqual([]);
  await own.pages.follow();
  expect(own.filters).toHaveLength(1);
  own.tell({ kind: 'committed', url: `${pool}/login?state=s`, tabId: 7, frameId: 0, at: now });
  await vi.waitFor(async () =>
    expect((await own.stores.logins.get())[0]?.pages).toEqual([{ at: now, page: `${pool}/login` }]),
  );
});

test('a page that comes before the id of its tab is stored is kept once it is, one of another tab is not', async () => {
  const own = world();
  await own.stores.logins.update(() => [login()]);
  await own.pages.follow();
  own.tell({ kind: 'committed', url: `${pool}/login?state=s`, tabId: 7, frameId: 0, at: now });
  own.tell({ kind: 'committed', url: `${pool}/other`, tabId: 8, frameId: 0, at: now });
  own.tell({ kind: 'committed', url: 'https://other.example/', tabId: 7, frameId: 0, at: now });
  await own.stores.logins.update((logins) => logins.map((one) => ({ ...one, tabId: 7 })));
  for (let time = 0; time < 3; time += 1) await own.pages.follow();
  await vi.waitFor(async () =>
    expect((await own.stores.logins.get())[0]?.pages).toEqual([{ at: now, page: `${pool}/login` }]),
  );
});

test('afterwards nothing is', async () => {
  const own = world();
  await own.pages.follow();
  await own.stores.logins.update((logins) => logins.map((one) => ({ ...one, ended: true })));
  await own.pages.follow();
  expect(own.filters).toEqual([]);
});

test('nor is anything while watching is paused', async () => {
  const own = world();
  await own.stores.paused.set(true);
  await own.pages.follow();
  expect(own.filters).toEqual([]);
  own.pages.see({ kind: 'committed', url: `${pool}/login`, tabId: 7, frameId: 0, at: now });
  await own.stores.paused.set(false);
  own.pages.see({ kind: 'committed', url: `${pool}/mfa`, tabId: 7, frameId: 0, at: now });
  await vi.waitFor(async () =>
    expect((await own.stores.logins.get())[0]?.pages).toEqual([{ at: now, page: `${pool}/mfa` }]),
  );
});
