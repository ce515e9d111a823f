import type { Driver } from '../../../tools/browsers/driver.ts';
import { waitUntil } from '../../../tools/wait-until.mjs';

const lock = 'claimcheck:session';

/** Holds the lock without which nothing in memory is changed, in a page of the extension that runs none of its code. */
export async function holdStorage(driver: Driver) {
  const page = await driver.openPage('manifest.json');
  await page.evaluate(
    (name) =>
      new Promise<void>((isHeld) => {
        const isLetGo = new Promise<void>((letGo) => addEventListener('let-go', () => letGo(), { once: true }));
        void navigator.locks.request(name, () => {
          isHeld();
          return isLetGo;
        });
      }),
    lock,
  );
  const isAwaited = () =>
    page.evaluate(async (name) => (await navigator.locks.query()).pending?.some((one) => one.name === name), lock);
  return {
    untilSomebodyWaits: () => waitUntil(isAwaited, { what: 'somebody to wait for the lock' }),
    async letGo() {
      await page.evaluate(() => void dispatchEvent(new Event('let-go')));
      await page.close();
    },
  };
}
