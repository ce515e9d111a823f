import { signInAtPool } from './journey.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * After a first login from the popup, signs in as the demo pool's second user, and gives the ids of both captures when their
 * checks are done, the newest first.
 *
 * @param {import('./open-demo.mjs').OpenDemo} open
 * @param {import('playwright-core').Page} popup
 */
export async function signInAgain({ browser, driver, demo, user }, popup) {
  const other = demo.users.find(({ username }) => username !== user.username);
  if (!other) throw new Error('the demo pool has one user alone');
  // the pool asks who signs in
  await browser.context.clearCookies();
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAtPool(driver, demo.origin, other);
  const judgedIds = async () => {
    const { captures = [] } = await driver.readStorage('session', 'captures');
    const held = /** @type {import('../src/protocol/records.ts').Capture[]} */ (captures); // written by the extension
    return held.filter(({ judgedAt }) => judgedAt !== undefined).map(({ id }) => id);
  };
  await waitUntil(async () => (await judgedIds()).length === 2, { what: 'the second login to be judged' });
  return judgedIds();
}
