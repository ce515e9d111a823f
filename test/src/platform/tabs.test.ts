import { beforeAll, describe, expect, test, vi } from 'vitest';

/** As Chromium does it: what is no tab id is refused at once, a tab that is closed later. */
function refuse(tabId: number): Promise<never> {
  if (!Number.isInteger(tabId)) throw new TypeError('Error in invocation of tabs.get(integer tabId)');
  return Promise.reject(new Error(`No tab with id: ${tabId}.`));
}

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../src/platform/browser.ts', () => fake);

const open = { status: 'complete', incognito: true };
let tabs: typeof import('../../../src/platform/tabs.ts');
beforeAll(async () => {
  tabs = await import('../../../src/platform/tabs.ts');
  const get = (id: number) => (id === 7 ? Promise.resolve(open) : refuse(id));
  Object.assign(fake.browser, { tabs: { get, remove: refuse } });
});

describe('a tab that is not there is no failure', () => {
  test.each([
    ['closed', 8],
    ['named by what is no tab id', 1.5],
    ['named by nothing', undefined as unknown as number], // out of a storage that something else has written
  ])('%s', async (_, tabId) => {
    expect(await tabs.isPrivateTab(tabId)).toBeUndefined();
    expect(await tabs.isTabLoaded(tabId)).toBeUndefined();
    await expect(tabs.waitForTab(tabId)).resolves.toBeUndefined();
    await expect(tabs.closeTab(tabId)).resolves.toBeUndefined();
  });

  test('and one that is open is known afterwards', async () => {
    expect(await tabs.isTabLoaded(7)).toBe(true);
    expect(await tabs.isPrivateTab(7)).toBe(true);
    Object.assign(fake.browser, { tabs: { get: refuse } });
    expect(await tabs.isPrivateTab(7)).toBe(true);
  });
});
