/** `npm run pictures`: the pictures of the README, taken from the built extension after a login at the demo pool. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium']);
const { openDemo, signInAndCallUserinfo } = await import('./open-demo.mjs');

const folder = 'docs/pictures';
await mkdir(folder, { recursive: true });
// the same addresses in every picture
const open = await openDemo({ headless: true, ports: { pool: 4100, callback: 3000 } });
try {
  const { browser, driver, profile } = open;
  await driver.writeStorage('local', { profiles: [profile], activeProfile: profile.id });
  const popup = await browser.openPage('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  await signInAndCallUserinfo(
    open,
    /** @type {import('./browsers/driver.ts').TestPage} */ (/** @type {unknown} */ (popup)),
  );
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await popup.emulateMedia({ colorScheme });
    await popup.evaluate(() => {
      window.scrollTo(0, 0);
      // the button just pressed would wear its focus ring
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await popup.screenshot({ path: `${folder}/popup-${colorScheme}.png` });
  }
  const page = await browser.openPage(`page.html#profiles/${profile.id}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('heading', { name: profile.name }).waitFor();
  await page.screenshot({ path: `${folder}/profile.png` });
} finally {
  await open.end();
}
