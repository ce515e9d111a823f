import type { Page } from 'playwright-core';
import type { Driver, TestPage } from '../../../../tools/browsers/driver.ts';
import type { FirefoxDriver } from '../../../../tools/browsers/firefox.mjs';
import type { FirefoxPage } from '../../../../tools/browsers/firefox-page.mjs';

/** What stands in the frames of a tab: the address of each document that the browser itself names. */
export async function frameAddresses(driver: Driver, page: TestPage): Promise<string[]> {
  if (driver.kind === 'chromium') {
    const chromiumPage = page as unknown as Page; // of Playwright, in Chromium
    return chromiumPage.frames().flatMap((frame) => (frame.parentFrame() ? [frame.url()] : []));
  }
  const { marionette } = driver as unknown as FirefoxDriver;
  return marionette.runInBrowser(
    `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
     const { browsingContext } = NavigableManager.getBrowserById(args[0]);
     return browsingContext.children.map(({ currentWindowGlobal }) => currentWindowGlobal.documentURI.spec);`,
    [(page as unknown as FirefoxPage).handle],
  );
}

/** The addresses of all tabs. */
export async function tabAddresses(driver: Driver): Promise<string[]> {
  const pages = await driver.pages();
  // a tab may close between the list and the look
  return Promise.all(pages.map((page) => Promise.resolve(page.url()).catch(() => '')));
}
