import { waitUntil } from '../tools/wait-until.mjs';
import { answerOf } from './login.mjs';

const navigations = 100;

/**
 * How often 100 navigations to other pages start a stopped worker. One to the callback comes last and must start it:
 * else nothing was measured.
 *
 * @param {import('./house.mjs').House} house with a profile for `callback`, settled
 * @param {import('./site.mjs').Site} site
 * @param {string} callback
 */
export async function countWorkerStarts({ driver }, site, callback) {
  const page = await driver.newTab(`${site.origin}/start`);
  await driver.stopBackground();
  let starts = 0;
  for (let i = 0; i < navigations; i++) {
    await page.goto(unrelated(site, callback, i));
    // a worker that was started stays for longer than a navigation takes
    if (!(await driver.isBackgroundRunning())) continue;
    starts++;
    await driver.stopBackground();
  }
  const stored = async () => (await driver.readStorage('session', 'captures')).captures;
  if (await stored()) throw new Error('A page that is not the callback was captured');
  if (await driver.isBackgroundRunning()) starts++;
  await page.goto(`${callback}#${answerOf('last')}`);
  await waitUntil(stored, { what: 'the callback to be captured after 100 other pages' });
  await page.close();
  return starts;
}

/**
 * Pages that differ from the callback in one thing, most of them with something that looks like an answer.
 *
 * @param {import('./site.mjs').Site} site
 * @param {string} callback
 * @param {number} i
 */
function unrelated({ origin }, callback, i) {
  const answer = answerOf(String(i));
  const addresses = [
    `${origin}/page-${i}`,
    `${origin}/page-${i}#${answer}`,
    `${callback}-${i}#${answer}`,
    `${callback}/${i}?code=${i}&state=${i}`,
    `${callback.replace('127.0.0.1', 'localhost')}?${i}#${answer}`,
  ];
  return addresses[i % addresses.length] ?? origin;
}
