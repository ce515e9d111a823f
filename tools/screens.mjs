/**
 * `npm run screens [-- name …]`: pictures of the states of the face, in both themes, in screens/, and a page that shows
 * them side by side.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveDev } from './dev.mjs';
import { ensureBrowsers, ensurePackages, findBrowser } from './ensure.mjs';
import { screensIndex, sizeOf } from './screens-index.mjs';

const out = fileURLToPath(new URL('../screens/', import.meta.url));
const wanted = process.argv.slice(2);

await ensurePackages();
await ensureBrowsers(['chromium']);
const { chromium } = await import('playwright-core');
const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('No Chromium was found. Set CLAIMCHECK_CHROMIUM to its path.');
const server = await serveDev(0, { isFixed: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const context = await browser.newContext({
    ...{ deviceScaleFactor: 1.5, timezoneId: 'America/New_York', locale: 'en-US', reducedMotion: 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(server.url);
  const groups = await page.locator('section').evaluateAll(readGroups);
  const all = [...new Set(groups.flatMap(({ entries }) => entries.map(({ name }) => name)))];
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no state ${unknown.join(', ')}. There are: ${all.join(', ')}\n`);
    await browser.close();
    await server.close();
    process.exit(1);
  }
  // of states that are gone nothing stays
  if (wanted.length === 0) await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const names = wanted.length === 0 ? all : wanted;
  const waiting = [...names];
  const takeAll = async (/** @type {import('playwright-core').Page} */ own) => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await take(own, name);
  };
  // while one page is drawn another is loaded
  await Promise.all([takeAll(page), takeAll(await context.newPage())]);
  const taken = new Set(await readdir(out));
  await writeFile(
    `${out}index.html`,
    screensIndex(groups, (name) => taken.has(`${name}-dark.png`)),
  );
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${out}index.html\n`);

/**
 * A state in both themes. Colours are pairs, so that a page that stands goes from one theme to the other.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function take(page, name) {
  await page.setViewportSize(sizeOf(name));
  await page.goto(`${server.url}?state=${name}&theme=light&still`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  for (const theme of ['light', 'dark']) {
    await page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
      // what is sticky stands where it would in the middle of a page that is scrolled
      scrollTo(0, 0);
    }, theme);
    await page.screenshot({ path: `${out}${name}-${theme}.png`, fullPage: true });
  }
}

/**
 * The groups of the menu of states. Runs in the page.
 *
 * @param {Element[]} sections
 */
function readGroups(sections) {
  return sections.map((section) => ({
    title: section.querySelector('h2')?.textContent ?? '',
    entries: [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('li'))].map(({ dataset }) => ({
      name: dataset.state ?? '',
      words: dataset.words ?? '',
    })),
  }));
}
