import type { Driver } from '../../../tools/browsers/driver.ts';
import type { ExtensionApi } from './extension.ts';

/** Waits until the background knows the stored profiles and has taken in what it can. */
export async function settled(driver: Driver): Promise<void> {
  await driver.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, ExtensionApi>;
    await (browser ?? chrome)?.runtime.sendMessage({ type: 'hello' });
  });
}

/**
 * Ends the background and starts it with the profiles there are: Firefox wakes it for the filters alone that it had in
 * the first turn of a life.
 */
export async function startAnew(driver: Driver): Promise<void> {
  await driver.stopBackground();
  await settled(driver);
}

/** Opens an address in a tab of its own, whether anything listens there or not. */
export async function visit(driver: Driver, url: string): Promise<void> {
  const page = await driver.newTab();
  await driver.visit(page, url, { mayFail: true });
  await page.close();
}
