/** `npm run pictures`: the pictures of the README and the docs, taken from the built extension after logins at the demo pool. */
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium']);
const { takePictures } = await import('./pictured.mjs');

const folder = 'docs/pictures';
const size = { width: 1280, height: 900 };
await takePictures(folder, async ({ open: { profile }, popup, settle, signInAgain, take }) => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await popup.emulateMedia({ colorScheme });
    await settle(popup);
    await popup.screenshot({ path: `${folder}/popup-${colorScheme}.png` });
  }
  const { newest, first } = await signInAgain();
  await take('profile', `page.html#profiles/${profile.id}`, 'Authorize URL', { size });
  await take('capture', `page.html#captures/${first}`, 'Timeline', { size });
  await take('compare', `page.html#compare/${first}/${newest}`, 'Changed', { size });
  await take('trust', 'page.html#settings', 'What it sent', { size });
  await take('panel', 'panel.html', 'Raw token', { size: { width: 420, height: 900 } });
});
