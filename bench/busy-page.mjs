import { openHouse, settle } from './house.mjs';
import { interleaved } from './interleaved.mjs';
import { profileAt } from './login.mjs';

/**
 * Milliseconds a page of 400 requests takes from the start of its navigation to the end of the last answer: with this
 * extension and one profile, and with an extension that listens to nothing. Both workers are asleep.
 *
 * @param {import('./extensions.mjs').Extensions} extensions
 * @param {import('./site.mjs').Site} site
 */
export async function measureBusyPage(extensions, site) {
  const own = await openHouse(extensions.allowed, [profileAt(`${site.origin}/callback`)]);
  const idle = await openHouse(extensions.idle);
  try {
    await settle(own);
    const [inOwn, inIdle] = await Promise.all([own.driver.newTab(), idle.driver.newTab()]);
    for (const { driver } of [own, idle]) await driver.stopBackground();
    const load = async (/** @type {import('playwright-core').Page} */ page) => {
      await page.goto(`${site.origin}/many`);
      return page.evaluate(() => /** @type {Promise<number>} */ (/** @type {any} */ (globalThis).finished));
    };
    return await interleaved(
      { own: () => load(inOwn), idle: () => load(inIdle) },
      { rounds: 80, warmUp: 5, limit: 120_000 },
    );
  } finally {
    await own.close();
    await idle.close();
  }
}
