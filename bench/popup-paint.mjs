import { openHouse, settle } from './house.mjs';
import { interleaved } from './interleaved.mjs';
import { profileAt } from './login.mjs';
import { captureOf, fillWithCaptures } from './popup-captures.mjs';

/**
 * Milliseconds from the start of the popup's page to its first contentful paint (`paint`), and until its capture is on the
 * page (`shown`): with one capture, with as many as the memory holds, and an empty page of another extension.
 *
 * @param {import('./extensions.mjs').Extensions} extensions
 */
export async function measurePopupPaint(extensions) {
  const profiles = [profileAt('https://app.example/callback')];
  const empty = await openHouse(extensions.idle);
  const one = await openHouse(extensions.allowed, profiles);
  const many = await openHouse(extensions.allowed, profiles);
  try {
    await one.driver.writeStorage('session', { captures: [captureOf(0)] });
    const count = await fillWithCaptures(many);
    /** @type {Record<'one' | 'many', number[]>} */
    const shown = { one: [], many: [] };
    const contestants = {
      empty: await contestant(empty),
      one: await contestant(one, shown.one),
      many: await contestant(many, shown.many),
    };
    const warmUp = 3;
    const paint = await interleaved(contestants, { rounds: 40, warmUp, limit: 60_000 });
    return { count, paint, shown: { one: shown.one.slice(warmUp), many: shown.many.slice(warmUp) } };
  } finally {
    for (const house of [empty, one, many]) await house.close();
  }
}

/**
 * @param {import('./house.mjs').House} house
 * @param {number[]} [shown] where the times go until the capture is there; without it the page is empty
 * @returns {Promise<() => Promise<number>>}
 */
async function contestant(house, shown) {
  const { driver } = house;
  if (shown) await settle(house);
  const page = await driver.newTab();
  return async () => {
    await page.bringToFront();
    await page.goto(`${driver.origin}/popup.html`);
    const painted = await page.evaluate(firstPaint);
    if (shown) shown.push(await page.evaluate(captureShown));
    // what the page before still does must not meet the next one
    await page.goto('about:blank');
    return painted;
  };
}

/** @returns {Promise<number>} */
function firstPaint() {
  return new Promise((resolve) => {
    const look = () => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      if (entry) resolve(entry.startTime);
    };
    new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
  });
}

/** @returns {Promise<number>} */
function captureShown() {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.stub')) setTimeout(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
