/** `npm run screens [-- name …]`: pictures of the states of the face, in both themes, in screens/. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveDev } from './dev.mjs';
import { ensureBrowsers, ensurePackages, findBrowser } from './ensure.mjs';

const out = fileURLToPath(new URL('../screens/', import.meta.url));
const sizes = {
  popup: { width: 400, height: 600 },
  panel: { width: 420, height: 800 },
  page: { width: 1280, height: 800 },
};
const wanted = process.argv.slice(2);

await ensurePackages();
await ensureBrowsers(['chromium']);
const { chromium } = await import('playwright-core');
const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('No Chromium was found. Set CLAIMCHECK_CHROMIUM to its path.');
await mkdir(out, { recursive: true });
const server = await serveDev(0, { isFixed: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const context = await browser.newContext({ deviceScaleFactor: 1.5, timezoneId: 'America/New_York', locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(server.url);
  const names = await page
    .locator('li')
    .evaluateAll((lines) => lines.map((line) => line.textContent?.split(' ')[0] ?? ''));
  for (const name of names.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    for (const theme of ['light', 'dark']) {
      await page.setViewportSize(sizes[widthOf(name)]);
      await page.goto(`${server.url}?state=${name}&theme=${theme}&still`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.screenshot({ path: `${out}${name}-${theme}.png`, fullPage: true });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${out}\n`);

/** The states are named for their width; those of the popup bear no such name. @param {string} name */
function widthOf(name) {
  if (name.startsWith('page-')) return 'page';
  return name.startsWith('panel-') ? 'panel' : 'popup';
}
