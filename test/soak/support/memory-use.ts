import type { ChromiumDriver } from '../../../tools/browsers/chromium.mjs';
import type { Driver, TestPage } from '../../../tools/browsers/driver.ts';
import type { FirefoxDriver } from '../../../tools/browsers/firefox.mjs';
import { waitUntil } from '../../../tools/wait-until.mjs';

/**
 * In bytes, after a collection of garbage. Chromium tells the JavaScript heaps of the worker and of a page, and how many
 * listeners and elements a page has; Firefox what the process of all pages of the extension takes, the worker's among them.
 */
export type MemoryUse = { worker?: number; page?: number; listeners?: number; nodes?: number; process?: number };

/** `page`: a page of the extension that is open. The worker must be running. */
export function memoryUse(driver: Driver, page?: TestPage): Promise<MemoryUse> {
  return driver.kind === 'chromium'
    ? inChromium(driver as unknown as ChromiumDriver, page)
    : inFirefox(driver as unknown as FirefoxDriver);
}

type CdpPage = Parameters<ChromiumDriver['context']['newCDPSession']>[0];

async function inChromium(driver: ChromiumDriver, page?: TestPage): Promise<MemoryUse> {
  const worker = await workerHeap(driver);
  if (!page) return { worker };
  const cdp = await driver.context.newCDPSession(page as unknown as CdpPage);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { jsEventListeners, nodes } = await cdp.send('Memory.getDOMCounters');
  await cdp.detach();
  return { worker, page: usedSize, listeners: jsEventListeners, nodes };
}

/** A worker has no page whose session could be asked: its messages go through the browser's. */
async function workerHeap(driver: ChromiumDriver): Promise<number> {
  const browser = driver.context.browser();
  if (!browser) throw new Error('Chromium is gone');
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(driver.origin));
  if (!worker) throw new Error('The background is not running');
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const answers = new Map<number, Record<string, unknown>>();
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    if (id !== undefined) answers.set(id, result ?? {});
  });
  const ask = async (id: number, method: string) => {
    await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return waitUntil(() => answers.get(id), { what: method, timeout: 30_000 });
  };
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage');
  await cdp.detach();
  return Number(usedSize);
}

async function inFirefox(driver: FirefoxDriver): Promise<MemoryUse> {
  const bytes = await driver.marionette.runInBrowser(
    `const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
     await new Promise((resolve) => manager.minimizeMemoryUsage(resolve));
     const { children } = await ChromeUtils.requestProcInfo();
     return children.filter(({ type }) => type === 'extension').reduce((sum, { memory }) => sum + memory, 0);`,
    [],
  );
  return { process: bytes };
}

/** In megabytes, for a person to read. */
export function inMegabytes({ worker, page, process, ...counts }: MemoryUse) {
  const rounded = (bytes: number | undefined) => bytes && Math.round(bytes / 104_857.6) / 10;
  const sizes = { worker: rounded(worker), page: rounded(page), process: rounded(process) };
  return { ...Object.fromEntries(Object.entries(sizes).filter(([, size]) => size !== undefined)), ...counts };
}
