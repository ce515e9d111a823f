/** The one place that imports webextension-polyfill: it throws outside an extension. */
export { default as browser } from 'webextension-polyfill';
