/** The steps a person takes, by role and name, in either browser. */
import { waitUntil } from './wait-until.mjs';

/** @typedef {import('./browsers/driver.ts').Driver} Driver */
/** @typedef {import('./browsers/driver.ts').TestPage} TestPage */
/** @typedef {import('../src/protocol/records.ts').Capture} Capture */

/**
 * Signs in at the demo pool's login page, which a press on "Sign in" has opened in a tab of its own.
 * @param {Driver} driver
 * @param {string} poolOrigin
 * @param {{ username: string, password: string }} user
 */
export async function signInAtPool(driver, poolOrigin, { username, password }) {
  const page = await driver.findPage((url) => url.startsWith(`${poolOrigin}/login`));
  await page.getByRole('textbox', { name: 'User name' }).fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/**
 * Waits until storage holds a capture that a test is content with, and gives it.
 * @param {Driver} driver
 * @param {(capture: Capture) => unknown} isWanted
 * @param {string} what
 * @param {number} [timeout] ms
 * @returns {Promise<Capture>}
 */
export function captureWith(driver, isWanted, what, timeout = 10_000) {
  return waitUntil(
    async () => {
      const { captures = [] } = await driver.readStorage('session', 'captures');
      // written by the extension under test
      return /** @type {Capture[]} */ (captures).find(isWanted);
    },
    { what, timeout },
  );
}

/**
 * Waits until the clipboard holds what a test is content with, and gives it.
 * @param {Driver} driver
 * @param {TestPage} page which has just copied
 * @param {(text: string) => unknown} isWanted
 * @param {string} what
 */
export function copied(driver, page, isWanted, what) {
  const look = async () => {
    const text = await driver.readClipboard(page);
    return isWanted(text) ? text : undefined;
  };
  return waitUntil(look, { what });
}
