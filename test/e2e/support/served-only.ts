import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findBrowser } from '../../../tools/find-browser.mjs';
import { chromiumArgs } from './loopback-only.ts';
import { startProxy } from './recording-proxy.ts';
import { isAskedByBrowser } from './who-asked.ts';

export type ServedOnly = {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
};

/**
 * Chromium without the extension, for the face in a plain page. When it is closed, all that its pages asked for, and all
 * that left it, must have been for the server at this address.
 */
export async function launchServedOnly(server: string): Promise<ServedOnly> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium was found. Set CLAIMCHECK_CHROMIUM to its path.');
  const { host } = new URL(server);
  const proxy = await startProxy();
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...chromiumArgs(proxy)];
  const browser = await chromium.launch({ executablePath, args });
  const asked: string[] = [];
  return {
    async newContext(options) {
      const context = await browser.newContext(options);
      context.on('request', (request) => {
        if (/^https?:/.test(request.url())) asked.push(new URL(request.url()).host);
      });
      return context;
    },
    async close() {
      await browser.close();
      await proxy.close();
      const left = proxy.passed.map((one) => one.host).filter((one) => !isAskedByBrowser(one));
      const strange = [...asked, ...left].filter((one) => one !== host);
      if (strange.length > 0)
        throw new Error(`A page that shows the face asked others: ${[...new Set(strange)].join()}`);
      if (left.length === 0) throw new Error('Nothing went through the recording proxy.');
    },
  };
}
