import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['browser, where there is one', { browser: 'its browser', chrome: 'its chrome' }, 'its browser'],
  ['chrome, where there is no other', { browser: undefined, chrome: 'its chrome' }, 'its chrome'],
])('a page asks the browser by %s', async (_, globals, asked) => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  expect((await import('../../../src/platform/native-browser.ts')).default).toBe(asked);
});
