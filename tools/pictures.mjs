/** `npm run pictures`: the pictures of the README and the docs, taken from the built extension after logins at the demo pool. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium']);
const { openDemo, signInAndCallUserinfo } = await import('./open-demo.mjs');
const { signInAgain } = await import('./sign-in-again.mjs');

const folder = 'docs/pictures';
await mkdir(folder, { recursive: true });
// the same addresses in every picture
const open = await openDemo({ headless: true, ports: { pool: 4100, callback: 3000 } });
const { browser, driver, profile } = open;
try {
  await driver.writeStorage('local', { profiles: [profile], activeProfile: profile.id });
  const popup = await browser.openPage('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  await signInAndCallUserinfo(
    open,
    /** @type {import('./browsers/driver.ts').TestPage} */ (/** @type {unknown} */ (popup)),
  );
  await popup.getByText('200 OK').first().waitFor();
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await popup.emulateMedia({ colorScheme });
    await takeAtRest(popup, `popup-${colorScheme}`);
  }
  const [newest, first] = await signInAgain(open, popup);

  await take('profile', `page.html#profiles/${profile.id}`, 'Authorize URL');
  await take('capture', `page.html#captures/${first}`, 'Timeline');
  await take('compare', `page.html#compare/${first}/${newest}`, 'Changed');
  await take('trust', 'page.html#settings', 'What it sent');
  await take('panel', 'panel.html', 'Raw token', { width: 420, height: 900 });
} finally {
  await open.end();
}

/**
 * @param {string} name of the file
 * @param {string} path
 * @param {string} last what is drawn last of the page
 * @param {{ width: number, height: number }} [size]
 */
async function take(name, path, last, size = { width: 1280, height: 900 }) {
  const page = await browser.openPage(path);
  await page.setViewportSize(size);
  await page.getByText(last, { exact: true }).first().waitFor();
  await takeAtRest(page, name);
  await page.close();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function takeAtRest(page, name) {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    // the button just pressed would wear its focus ring
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
