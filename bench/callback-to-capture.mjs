/**
 * From the start of a login's last navigation (the provider's 302 to the callback) to the stored record, in
 * milliseconds, with the worker asleep. Start and end are read from one clock, in a document of the extension that runs
 * none of its code and watches storage.session: the same for every contestant.
 */
import { openHouse, settle } from './house.mjs';
import { interleaved } from './interleaved.mjs';
import { profileAt } from './login.mjs';

const registered = 100;

/**
 * @param {import('./extensions.mjs').Extensions} extensions
 * @param {import('./site.mjs').Site} site
 */
export async function measureCallback(extensions, site) {
  const profile = profileAt(`${site.origin}/callback`);
  const others = Array.from({ length: registered - 1 }, (_, i) => profileAt(`${site.origin}/callback-${i}`, i + 1));
  const bare = await openHouse(extensions.bare);
  const one = await openHouse(extensions.allowed, [profile]);
  const hundred = await openHouse(extensions.allowed, [...others, profile]);
  try {
    const contestants = {
      bare: await contestant(bare, site, 'url'),
      one: await contestant(one, site, 'captures'),
      hundred: await contestant(hundred, site, 'captures'),
    };
    return await interleaved(contestants, { rounds: 40, warmUp: 3, limit: 90_000 });
  } finally {
    for (const house of [bare, one, hundred]) await house.close();
  }
}

/**
 * @param {import('./house.mjs').House} house
 * @param {import('./site.mjs').Site} site
 * @param {'url' | 'captures'} key of the record in storage.session
 * @returns {Promise<(round: number) => Promise<number>>}
 */
async function contestant(house, site, key) {
  const { driver, observer } = house;
  const tabId = await observer.evaluate(async () => {
    const tab = await /** @type {any} */ (globalThis).chrome.tabs.create({ active: true });
    return Number(tab.id);
  });
  const measured = async (/** @type {number} */ round) => {
    if (key === 'captures') await settle(house);
    await observer.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.session.clear());
    if (key === 'captures') await settle(house);
    await driver.stopBackground();
    const url = `${site.origin}/authorize?round=${round}`;
    const { began, took } = await observer.evaluate(login, /** @type {const} */ ([tabId, url, key]));
    const workerBegan = await driver.evaluateInBackground(() => performance.timeOrigin);
    return workerBegan > began ? took : undefined;
  };
  return async (round) => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const took = await measured(round);
      if (took !== undefined) return took;
    }
    throw new Error('The worker was awake before the login came back');
  };
}

/**
 * @param {readonly [tabId: number, url: string, key: string]} of
 * @returns {Promise<{ began: number, took: number }>}
 */
function login([tabId, url, key]) {
  const { storage, tabs } = /** @type {any} */ (globalThis).chrome;
  return new Promise((resolve) => {
    const start = performance.now();
    const look = (/** @type {Record<string, { newValue?: { length: number } }>} */ changes) => {
      if (!changes[key]?.newValue?.length) return;
      storage.session.onChanged.removeListener(look);
      resolve({ began: performance.timeOrigin + start, took: performance.now() - start });
    };
    storage.session.onChanged.addListener(look);
    void tabs.update(tabId, { url });
  });
}
