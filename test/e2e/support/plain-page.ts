import type { BrowserContextOptions } from 'playwright-core';
import { serveDev } from '../../../tools/dev.mjs';
import { launchServedOnly } from './served-only.ts';

/** The face in a plain page, in Chromium: `open` shows one of its states, at rest; `showNext` without a load. */
export async function openPlainPage(options: BrowserContextOptions = {}) {
  const server = await serveDev(0, { isFixed: true });
  const browser = await launchServedOnly(server.url);
  const page = await (await browser.newContext({ colorScheme: 'light', ...options })).newPage();
  const atRest = () => page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return {
    page,
    async open(state: string): Promise<void> {
      await page.goto(`${server.url}?state=${state}&still`);
      await atRest();
    },
    async showNext(state: string): Promise<void> {
      // the plain page puts it on the window
      await page.evaluate((name) => (globalThis as unknown as { showNext(name: string): void }).showNext(name), state);
      await atRest();
    },
    async close(): Promise<void> {
      await browser.close().finally(server.close);
    },
  };
}

export type PlainPage = Awaited<ReturnType<typeof openPlainPage>>;
