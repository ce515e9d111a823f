/** How long the popup holds up the person at a stretch when it opens with a very long token. */
import { waitUntil } from '../tools/wait-until.mjs';
import { settle } from './house.mjs';

/** 256 KB, most of it one claim; and as many claims as the face shows. */
const tokens = {
  '256 KB': tokenOf({ sub: 'ada', text: 'x'.repeat(190_000) }),
  '5,000 claims': tokenOf(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`claim-${at}`, `value ${at}`]))),
};

/**
 * The longest task while the popup opens and shows the token, in milliseconds, the median of some openings.
 *
 * @param {import('./house.mjs').House} house
 * @param {import('./site.mjs').Site} site
 * @param {number} openings
 * @returns {Promise<Record<keyof typeof tokens, number[]>>}
 */
export async function measureLongTokens(house, site, openings) {
  /** @type {Record<keyof typeof tokens, number[]>} */
  const longest = { '256 KB': [], '5,000 claims': [] };
  for (const name of /** @type {(keyof typeof tokens)[]} */ (Object.keys(tokens))) {
    await hold(house, site, tokens[name]);
    for (let opening = 0; opening < openings; opening += 1) longest[name].push(await longestTask(house));
  }
  return longest;
}

/**
 * @param {import('./house.mjs').House} house
 * @param {import('./site.mjs').Site} site
 * @param {string} token
 */
async function hold(house, site, token) {
  const { driver } = house;
  const page = await driver.newTab();
  await driver.visit(page, `${site.origin}/callback#id_token=${token}`);
  await waitUntil(
    async () => {
      const { captures = [] } = await driver.readStorage('session', 'captures');
      return /** @type {import('../src/protocol/records.ts').Capture[]} */ (captures).some(
        ({ tokens: held, judgedAt }) => held.id_token === token && judgedAt,
      );
    },
    { what: 'the capture of a long token' },
  );
  await page.close();
  await settle(house);
}

/**
 * The longest task while all claims of a very long token are brought onto the page and scrolled through, the first paint
 * over, in milliseconds, the median of some times.
 *
 * @param {import('./house.mjs').House} house
 * @param {import('./site.mjs').Site} site
 * @param {number} openings
 * @returns {Promise<number[]>}
 */
export async function measureScrolling(house, site, openings) {
  await hold(house, site, tokens['5,000 claims']);
  const longest = [];
  for (let opening = 0; opening < openings; opening += 1) longest.push(await longestTask(house, scrollThrough));
  return longest;
}

/** @param {import('playwright-core').Page} page */
async function scrollThrough(page) {
  // the rows of one press are put on the page little by little, each of them before the next press
  for (let rows = 200; rows <= 5000; rows += 200) {
    await page.waitForFunction((count) => document.querySelectorAll('.claims tr').length > count, rows);
    await page.mouse.wheel(0, 5000);
    if (rows < 5000) await page.evaluate(pressMore);
  }
  for (let step = 0; step < 20; step += 1) {
    await page.mouse.wheel(0, step < 10 ? 20_000 : -20_000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
}

/** Not by a locator either: there are thousands of buttons. */
function pressMore() {
  const buttons = [...document.querySelectorAll('button')];
  buttons.find(({ textContent }) => /^Show \d+ more$/.test(textContent))?.click();
}

/**
 * @param {import('./house.mjs').House} house
 * @param {(page: import('playwright-core').Page) => Promise<void>} [doing] with it only what comes after the first paint counts
 */
async function longestTask({ driver }, doing) {
  const page = await driver.openPage('popup.html');
  // by their ids: to find a role and a name, a locator looks at every element, in a task that would count
  await page.locator('#claims-h').waitFor();
  await page.locator('#raw-h').waitFor();
  await doing?.(page);
  const longest = await page.evaluate(
    (isAfterPaint) =>
      new Promise((resolve) => {
        const since = isAfterPaint ? (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0) : 0;
        const seen = /** @type {number[]} */ ([0]);
        new PerformanceObserver((list) => {
          const counted = list.getEntries().filter(({ startTime }) => startTime >= since);
          seen.push(...counted.map(({ duration }) => duration));
        }).observe({ type: 'longtask', buffered: true });
        // what was buffered is told in a task of its own
        requestIdleCallback(() => setTimeout(() => resolve(Math.max(...seen)), 50));
      }),
    doing !== undefined,
  );
  await page.close();
  return Number(longest);
}

/** @param {object} claims */
function tokenOf(claims) {
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ kid: 'k', alg: 'RS256' })}.${part(claims)}.${Buffer.alloc(256, 's').toString('base64url')}`;
}
