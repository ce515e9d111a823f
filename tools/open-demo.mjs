/** The demo pool, a browser with the extension, and the profile that joins them. Needs the packages. */
import { buildFor } from '../build.mjs';
import { startDemo } from '../demo/pool.mjs';
import { launchChromium } from './browsers/chromium.mjs';
import { codeProfile, demoProfile } from './demo-profile.mjs';
import { freePort } from './free-port.mjs';
import { captureWith, signInAtPool } from './journey.mjs';

/**
 * With `headless` everything is granted, as no prompt can be shown there; otherwise it is the shipped build.
 * @param {{ headless: boolean, ports?: { pool: number, callback: number } }} options ports are free ones unless given
 */
export async function openDemo({ headless, ports }) {
  const dist = await buildFor('chromium', headless);
  const callback = `http://localhost:${ports?.callback ?? (await freePort())}/callback`;
  const demo = await startDemo({ callback, ...(ports && { port: ports.pool }) });
  const browser = await launchChromium({ dist, headless });
  const profile = demoProfile(demo);
  const [user] = demo.users;
  if (!user) throw new Error('the demo pool has no users');
  return {
    browser,
    // the surface that both drivers share
    driver: /** @type {import('./browsers/driver.ts').Driver} */ (/** @type {unknown} */ (browser)),
    demo,
    profile,
    codeProfile: codeProfile(demo),
    user,
    async end() {
      await browser.close();
      await demo.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openDemo>>} OpenDemo */

/**
 * Signs in from the popup and calls userInfo, as a person does, by role and name.
 * @param {OpenDemo} open
 * @param {import('./browsers/driver.ts').TestPage} popup
 */
export async function signInAndCallUserinfo({ driver, demo, user }, popup) {
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAtPool(driver, demo.origin, user);
  await captureWith(driver, ({ judgedAt }) => judgedAt, 'the tokens to be captured');
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
  return captureWith(driver, ({ userinfo }) => userinfo, 'userInfo to answer');
}
