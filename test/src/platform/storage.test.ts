import { expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => ({ browser: {} as { storage?: Record<string, object> } }));
vi.mock('../../../src/platform/browser.ts', () => fake);

const area = (more: object = {}) => ({ get: async () => ({}), ...more });

test('what is on disk is closed to scripts in web pages where the browser can, and nothing fails where it cannot', async () => {
  const asked: [name: string, to: object][] = [];
  const guarded = (name: string) => area({ setAccessLevel: async (to: object) => void asked.push([name, to]) });
  fake.browser.storage = { local: guarded('local'), sync: guarded('sync'), session: area(), managed: area() };
  const { closeToWebPages } = await import('../../../src/platform/storage.ts');
  await closeToWebPages();
  const trusted = { accessLevel: 'TRUSTED_CONTEXTS' };
  expect(asked).toEqual([
    ['local', trusted],
    ['sync', trusted],
  ]);
  const refuse = () => Promise.reject(new Error('not here'));
  fake.browser.storage = { local: area(), sync: area({ setAccessLevel: refuse }) };
  await expect(closeToWebPages()).resolves.toBeUndefined();
});
