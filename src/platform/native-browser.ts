/**
 * What stands in the pages for webextension-polyfill (build.mjs): all they ask of the browser it answers with promises
 * itself, in Chromium and in Firefox. The polyfill is for listeners that answer with one, which the worker alone has, and
 * weighs a tenth of what may load before the first paint.
 */
type Browser = typeof import('./browser.ts').browser;

const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };
// one of the two is there in every page of an extension
export default (browser ?? chrome) as Browser;
