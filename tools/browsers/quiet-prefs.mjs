/**
 * What keeps Firefox quiet, which makes a start and a tab about a third cheaper: no page of its own at the start, no
 * services that it asks on its own account. What it keeps of a visit is as ever, and so is the process in store: without
 * it a navigation that changes processes takes longer than it takes a person's browser.
 *
 * @type {Record<string, string | number | boolean>}
 */
export const QUIET_PREFS = {
  'browser.startup.page': 0,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.newtab.preload': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.bookmarks.restore_default_bookmarks': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.unified': false,
  'toolkit.telemetry.server': 'data:,',
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.search.update': false,
  'browser.region.update.enabled': false,
  'browser.ml.enable': false,
  'browser.translations.enable': false,
  'browser.topsites.contile.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'toolkit.cosmeticAnimations.enabled': false,
  'browser.tabs.remote.separatePrivilegedContentProcess': false,
  'layers.gpu-process.enabled': false,
  'media.rdd-process.enabled': false,
  'media.utility-process.enabled': false,
};
