import { fastestQuarter, median, ratioOf } from './figures.mjs';
import { openHouse } from './house.mjs';
import { profileAt } from './login.mjs';
import { measureScrolling } from './long-tokens.mjs';
import { measurePopupPaint } from './popup-paint.mjs';
import { measureSearch } from './popup-search.mjs';
import { measureSize } from './popup-size.mjs';

/**
 * What the face costs the person: until it is there, and while it is used.
 *
 * @param {import('./extensions.mjs').Extensions} extensions
 * @param {import('./site.mjs').Site} site
 * @param {(progress: string) => void} tell
 * @returns {Promise<import('./figures.mjs').Row[]>}
 */
export async function popupRows(extensions, site, tell) {
  tell('the popup, until it is painted …');
  const { count, paint, shown } = await measurePopupPaint(extensions);
  const ms = (/** @type {number[]} */ times) => `${Math.round(median(times))} ms`;
  tell(
    `  ${paint.one.length} rounds: empty ${ms(paint.empty)}, one capture ${ms(paint.one)}, ${count} ${ms(paint.many)}`,
  );
  tell(`  until the capture is on the page: one ${ms(shown.one)}, ${count} ${ms(shown.many)}`);
  tell('search, scrolling …');
  const search = await searched(extensions);
  const stretches = await scrolled(extensions, site);
  return [
    {
      name: 'popup, first contentful paint with one capture, against an extension with an empty page (fastest quarters)',
      // a paint comes with a frame, 8 or 16 ms after another: a median jumps from one to the next
      ratio: ratioOf(paint.one, paint.empty, fastestQuarter),
      bound: 1.3,
    },
    {
      name: `the same with ${count} captures, against one (fastest quarters)`,
      ratio: ratioOf(paint.many, paint.one, fastestQuarter),
      bound: 1.1,
    },
    {
      name: `from a key press in the search over ${search.count} captures to the next paint, in ms (median)`,
      ratio: Math.round(median(search.times) * 10) / 10,
      bound: 16.7,
    },
    {
      name: 'longest stretch at which the popup is busy, in ms, while 5,000 claims are scrolled through (median)',
      ratio: Math.round(median(stretches)),
      bound: 50,
    },
    ...(await sizes(extensions)),
  ];
}

/** @param {import('./extensions.mjs').Extensions} extensions */
async function searched({ allowed }) {
  const house = await openHouse(allowed, [profileAt('https://app.example/callback')]);
  try {
    return await measureSearch(house);
  } finally {
    await house.close();
  }
}

/**
 * @param {import('./extensions.mjs').Extensions} extensions
 * @param {import('./site.mjs').Site} site
 */
async function scrolled({ allowed }, site) {
  const house = await openHouse(allowed, [profileAt(`${site.origin}/callback`)]);
  try {
    return await measureScrolling(house, site, 3);
  } finally {
    await house.close();
  }
}

/** @param {import('./extensions.mjs').Extensions} extensions */
async function sizes({ allowed }) {
  const rows = ['popup', 'panel'].map(async (page) => ({
    name: `JavaScript that ${page}.html loads before it paints, in KB with gzip`,
    ratio: Math.round((await measureSize(allowed, `${page}.js`)) * 10) / 10,
    bound: 30,
  }));
  return Promise.all(rows);
}
