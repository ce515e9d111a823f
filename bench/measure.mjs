import { measureBusyPage } from './busy-page.mjs';
import { measureCallback } from './callback-to-capture.mjs';
import { writeExtensions } from './extensions.mjs';
import { fastestQuarter, median, ratioOf } from './figures.mjs';
import { openHouse } from './house.mjs';
import { profileAt } from './login.mjs';
import { measureLongTokens } from './long-tokens.mjs';
import { popupRows } from './popup-rows.mjs';
import { countRequestListeners } from './request-listeners.mjs';
import { serveSite } from './site.mjs';
import { countWorkerStarts } from './unrelated-navigations.mjs';
import { measureValidation } from './validation.mjs';

/**
 * All rows, in about five minutes on two cores: ratios of medians, for the page of 400 requests of the fastest quarter.
 * What was found meanwhile is told in words.
 *
 * @param {(progress: string) => void} tell
 * @returns {Promise<import('./figures.mjs').Row[]>}
 */
export async function measure(tell) {
  const site = await serveSite();
  const extensions = await writeExtensions();
  try {
    tell('a page of 400 requests …');
    const page = await measureBusyPage(extensions, site);
    tell(milliseconds(page));
    tell('webRequest listeners, unrelated navigations …');
    const { listeners, starts } = await count(extensions, site);
    tell('from the callback to the stored capture …');
    const callback = await measureCallback(extensions, site);
    tell(milliseconds(callback));
    tell('validation, long tokens …');
    const { validation, stretches } = await judgeAndShow(extensions, site);
    tell(milliseconds(validation));
    const popup = await popupRows(extensions, site, tell);
    return [
      {
        name: 'page of 400 requests, against an extension that listens to nothing (fastest quarters)',
        ratio: ratioOf(page.own, page.idle, fastestQuarter),
        bound: 1.02,
      },
      {
        name: 'webRequest listeners with everything granted and no profile that watches requests',
        ratio: listeners,
        bound: 0,
      },
      { name: 'worker starts on 100 unrelated navigations', ratio: starts, bound: 0 },
      {
        name: 'callback to stored capture, worker asleep, against a bare listener (medians)',
        ratio: ratioOf(callback.one, callback.bare, median),
        bound: 1.5,
      },
      {
        name: 'the same with 100 profiles, against 1 profile (medians)',
        ratio: ratioOf(callback.hundred, callback.one, median),
        bound: 1.1,
      },
      {
        name: 'full validation of an ID token, key in the cache, against the bare check of its signature (medians)',
        ratio: ratioOf(validation.full, validation.bare, median),
        bound: 1.5,
      },
      ...Object.entries(stretches).map(([name, times]) => ({
        name: `longest stretch at which the popup is busy, in ms, with a token of ${name} (median)`,
        ratio: Math.round(median(times)),
        bound: 50,
      })),
      ...popup,
    ];
  } finally {
    await site.close();
    await extensions.remove();
  }
}

/**
 * What must not happen at all, so that one look is enough. The starts are those of the build with `webNavigation` alone
 * and of that with everything granted, together.
 *
 * @param {import('./extensions.mjs').Extensions} extensions
 * @param {import('./site.mjs').Site} site
 */
async function count({ allowed, granted }, site) {
  const callback = `${site.origin}/callback`;
  let listeners = 0;
  let starts = 0;
  for (const dist of [allowed, granted]) {
    const house = await openHouse(dist, [profileAt(callback)]);
    try {
      if (dist === granted) listeners = await countRequestListeners(house);
      starts += await countWorkerStarts(house, site, callback);
    } finally {
      await house.close();
    }
  }
  return { listeners, starts };
}

/**
 * @param {import('./extensions.mjs').Extensions} extensions
 * @param {import('./site.mjs').Site} site
 */
async function judgeAndShow({ allowed }, site) {
  const house = await openHouse(allowed, [profileAt(`${site.origin}/callback`)]);
  try {
    const validation = await measureValidation(house, site);
    return { validation, stretches: await measureLongTokens(house, site, 5) };
  } finally {
    await house.close();
  }
}

/** @param {Record<string, number[]>} times */
function milliseconds(times) {
  const lines = Object.entries(times).map(
    ([name, all]) => `${name} ${median(all).toFixed(1)} ms (fastest quarter ${fastestQuarter(all).toFixed(1)})`,
  );
  return `  ${Object.values(times)[0]?.length} rounds: ${lines.join(', ')}`;
}
