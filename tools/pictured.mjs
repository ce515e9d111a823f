/** What the pictures of the docs and of the stores are taken of: the built extension after logins at the demo pool. */
import { mkdir, readFile } from 'node:fs/promises';
import { manifestFor } from '../build.mjs';
import { openDemo, signInAndCallUserinfo } from './open-demo.mjs';
import { signInAgain } from './sign-in-again.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens the demo with one login in the popup, takes the pictures and closes all.
 *
 * @param {string} folder where the pictures go
 * @param {(world: ReturnType<typeof worldOf>) => Promise<void>} takeAll
 */
export async function takePictures(folder, takeAll) {
  await mkdir(folder, { recursive: true });
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const shipped = manifestFor({ version, ...JSON.parse(await readFile('manifest.json', 'utf8')) }, 'chromium');
  // the same addresses in every picture
  const open = await openDemo({ headless: true, ports: { pool: 4100, callback: 3000 } });
  try {
    await open.driver.writeStorage('local', { profiles: [open.profile], activeProfile: open.profile.id });
    const popup = await open.browser.openPage('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    await signInAndCallUserinfo(
      open,
      /** @type {import('./browsers/driver.ts').TestPage} */ (/** @type {unknown} */ (popup)),
    );
    await popup.getByText('200 OK').first().waitFor();
    await takeAll(worldOf(folder, open, popup, shipped));
  } finally {
    await open.end();
  }
}

/**
 * @param {string} folder
 * @param {Awaited<ReturnType<typeof openDemo>>} open
 * @param {Page} popup
 * @param {object} shipped
 */
function worldOf(folder, open, popup, shipped) {
  return {
    open,
    popup,
    settle,
    /** A second login. Gives the ids of both captures; the pages that are opened from then on look as they are shipped. */
    signInAgain: async () => {
      const [newest, first] = await signInAgain(open, popup);
      await open.browser.context.addInitScript(asInstalled, shipped);
      return { newest, first };
    },
    /**
     * @param {string} name of the file
     * @param {string} path
     * @param {string} last what is drawn last of the page
     * @param {{ size: { width: number, height: number }, colorScheme?: 'light' | 'dark' }} look
     */
    take: async (name, path, last, { size, colorScheme = 'light' }) => {
      const page = await open.browser.openPage(path);
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.getByText(last, { exact: true }).first().waitFor();
      await settle(page);
      await page.screenshot({ path: `${folder}/${name}.png` });
      await page.close();
    },
  };
}

/** @param {Page} page */
function settle(page) {
  return page.evaluate(() => {
    window.scrollTo(0, 0);
    // the button just pressed would wear its focus ring
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/**
 * Runs in the page. No prompt can be answered where there is no display, so that everything comes with the installation of this
 * variant; people see the shipped manifest and what they allowed for one profile.
 *
 * @param {Record<string, any>} manifest
 */
function asInstalled(manifest) {
  const { runtime, permissions } = /** @type {any} */ (globalThis).chrome;
  if (!permissions) return;
  runtime.getManifest = () => manifest;
  permissions.getAll = async () => ({ permissions: [...manifest.permissions, 'webNavigation'], origins: [] });
}
