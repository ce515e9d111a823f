import { settle } from './house.mjs';
import { fillWithCaptures } from './popup-captures.mjs';

/** What is typed: much is found, little, nothing, and it is taken back. */
const keys = [...'user-1234', ...'user 99', ...'example.com'];

/**
 * Milliseconds from each key press in the search of the full page to the next paint, with as many captures as fit.
 *
 * @param {import('./house.mjs').House} house with a profile
 * @returns {Promise<{ count: number, times: number[] }>}
 */
export async function measureSearch(house) {
  const { driver } = house;
  const count = await fillWithCaptures(house);
  await settle(house);
  const page = await driver.openPage('page.html#captures');
  try {
    const field = page.getByRole('searchbox', { name: 'Search captures' });
    await field.focus();
    await page.evaluate(watchKeys);
    // what the page reads for the search is done in idle time; a person would type later too
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(undefined))));
    for (const key of keys) await press(page, key);
    for (const _ of keys) await press(page, 'Backspace');
    return { count, times: await page.evaluate(() => /** @type {any} */ (globalThis).answered) };
  } finally {
    await page.close();
  }
}

/**
 * Presses a key, and waits until it was answered.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} key
 */
async function press(page, key) {
  const before = await page.evaluate(() => /** @type {any} */ (globalThis).answered.length);
  await page.keyboard.press(key);
  await page.waitForFunction((count) => /** @type {any} */ (globalThis).answered.length > count, before);
}

/** Notes for each change of a field how long it was until what came of it was painted. */
function watchKeys() {
  /** @type {number[]} */
  const answered = [];
  Object.assign(globalThis, { answered });
  const channel = new MessageChannel();
  let began = 0;
  channel.port1.onmessage = () => answered.push(performance.now() - began);
  document.addEventListener(
    'input',
    ({ timeStamp }) => {
      began = timeStamp;
      // the first task after a frame runs once it is painted
      requestAnimationFrame(() => channel.port2.postMessage(null));
    },
    { capture: true },
  );
}
