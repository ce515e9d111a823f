import { waitUntil } from '../tools/wait-until.mjs';
import { settle } from './house.mjs';

/**
 * How many webRequest events a worker listens to once it has settled: right after the profiles were stored, and in a
 * second life. The larger of the two.
 *
 * @param {import('./house.mjs').House} house with everything granted, and no profile that watches requests
 */
export async function countRequestListeners(house) {
  const first = await remaining(house);
  await house.driver.stopBackground();
  await settle(house);
  return Math.max(first, await remaining(house));
}

/**
 * What a start registers for its first turn it may take back: what stays is counted.
 *
 * @param {import('./house.mjs').House} house
 */
async function remaining({ driver }) {
  const count = () =>
    driver.evaluateInBackground(() => {
      const { webRequest } = /** @type {any} */ (globalThis).chrome;
      return Object.values(webRequest).filter((event) => event?.hasListeners?.()).length;
    });
  let last = 0;
  const isNone = async () => {
    last = await count();
    return last === 0;
  };
  await waitUntil(isNone, { timeout: 3000 }).catch(() => {});
  return last;
}
