/** Draws popup/icons/*.png from mark.svg. Run by hand when the mark changes; the pictures are kept in git. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

const folder = new URL('../popup/icons/', import.meta.url);
const svg = await readFile(new URL('mark.svg', folder), 'utf8');
const browser = await chromium.launch({
  executablePath: findBrowser('chromium') ?? 'chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const size of [16, 32, 48, 96, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
