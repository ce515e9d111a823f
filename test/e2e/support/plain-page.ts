import type { BrowserContextOptions } from 'playwright-core';
import { serveDev } from '../../../tools/dev.mjs';
import { whole } from '../../support/whole.ts';
import { launchServedOnly } from './served-only.ts';

/** In `npm run proofs` each state is loaded anew; in `npm test` a page is loaded once, and shows one after the other. */
const isLoadedAnew = whole('proofs', true, false);

/** The face in a plain page, in Chromium: `open` shows one of its states, at rest. */
export async function openPlainPage(options: BrowserContextOptions = {}) {
  const server = await serveDev(0, { isFixed: true });
  const browser = await launchServedOnly(server.url);
  const page = await (await browser.newContext({ colorScheme: 'light', ...options })).newPage();
  let isLoaded = false;
  return {
    page,
    async open(state: string): Promise<void> {
      if (isLoaded && !isLoadedAnew) {
        // the plain page puts it on the window
        await page.evaluate(
          (name) => (globalThis as unknown as { showNext(name: string): Promise<void> }).showNext(name),
          state,
        );
        return;
      }
      await page.goto(`${server.url}?state=${state}&still`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      isLoaded = true;
    },
    async close(): Promise<void> {
      await browser.close().finally(server.close);
    },
  };
}

export type PlainPage = Awaited<ReturnType<typeof openPlainPage>>;
