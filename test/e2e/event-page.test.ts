import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../tools/browsers/driver.ts';
import { launchFirefox } from '../../tools/browsers/firefox.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { firefoxPrefs } from './support/loopback-only.ts';
import { watched } from './support/watched.ts';

// Firefox wakes an event page only for the filters of its first turn: the life in which a profile is saved is not the
// one that its callback wakes.
let driver: Driver;
let callback: string;

beforeAll(async () => {
  callback = `http://localhost:${await freePort()}/callback`;
  driver = await watched(
    async (proxy) =>
      (await launchFirefox({
        dist: 'dist/firefox-granted-webNavigation',
        prefs: { ...firefoxPrefs(proxy), 'extensions.background.idle.timeout': 800 },
      })) as unknown as Driver,
  );
});
afterAll(() => driver?.close());

async function visit(token: string): Promise<void> {
  const page = await driver.newTab();
  await driver.visit(page, `${callback}#access_token=${token}&state=s`, { mayFail: true });
  await captureWith(driver, ({ tokens }) => tokens.access_token === token, `a capture with ${token}`);
  await page.close();
}

test('the life in which a profile is saved goes on while a page of ours is open, and captures', async () => {
  const popup = await driver.openPage('popup.html');
  await driver.writeStorage('local', { profiles: [profile({ callback })] });
  const start = performance.now();
  await waitUntil(() => performance.now() - start > 3000, { what: 'several times the idle limit' });
  expect(await driver.isBackgroundRunning()).toBe(true);
  await visit('first-life');
  await popup.close();
});

test('without one it ends, and the next start is remembered: the callback wakes it', async () => {
  for (const token of ['second-life', 'third-life']) {
    // a life that is not remembered is followed at once by another: between the two nothing runs either
    let looks = 0;
    const isOver = async () => {
      looks = (await driver.isBackgroundRunning()) ? 0 : looks + 1;
      return looks > 9;
    };
    await waitUntil(isOver, { what: 'the background to end, and not to start again', timeout: 30_000 });
    await visit(token);
  }
});
