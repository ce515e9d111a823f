/** A browser with one extension, and a document of that extension that runs none of its code. */
import { launchChromium } from '../tools/browsers/chromium.mjs';

/** @typedef {Awaited<ReturnType<typeof openHouse>>} House */

/**
 * @param {string} dist
 * @param {import('../src/protocol/records.ts').Profile[]} [profiles] registered, for a build of this extension
 */
export async function openHouse(dist, profiles) {
  const driver = await launchChromium({ dist });
  // kept open: opening and closing a tab are events that can start a worker
  const observer = await driver.openPage('manifest.json');
  const house = { driver, observer, close: () => driver.close() };
  if (profiles) {
    await driver.writeStorage('local', { profiles });
    await settle(house);
  }
  return house;
}

/**
 * Waits until the worker has read the profiles, watches for them and has taken in what waited. Starts it.
 *
 * @param {Pick<House, 'driver' | 'observer'>} house
 */
export async function settle({ driver, observer }) {
  await observer.evaluate(() => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'hello' }));
  // storage answers in the order it was asked: what the worker's own first turn has read is with it by then
  await driver.evaluateInBackground(async () => {
    const { storage } = /** @type {any} */ (globalThis).chrome;
    await storage.local.get();
    await storage.session.get();
    await new Promise((resolve) => setTimeout(resolve));
  });
}
