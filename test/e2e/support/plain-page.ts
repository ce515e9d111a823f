import { type BrowserContextOptions, chromium } from 'playwright-core';
import { serveDev } from '../../../tools/dev.mjs';
import { findBrowser } from '../../../tools/ensure.mjs';

/** The face in a plain page, in Chromium: `open` shows one of its states, at rest. */
export async function openPlainPage(options: BrowserContextOptions = {}) {
  const server = await serveDev(0, { isFixed: true });
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium was found. Set CLAIMCHECK_CHROMIUM to its path.');
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage(options);
  return {
    page,
    async open(state: string): Promise<void> {
      await page.goto(`${server.url}?state=${state}&theme=light&still`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    },
    async close(): Promise<void> {
      await browser.close();
      await server.close();
    },
  };
}

export type PlainPage = Awaited<ReturnType<typeof openPlainPage>>;
