import { launchChromium } from '../../../tools/browsers/chromium.mjs';
import type { Driver } from '../../../tools/browsers/driver.ts';
import { launchFirefox } from '../../../tools/browsers/firefox.mjs';
import { whole } from '../../support/whole.ts';
import { chromiumArgs, firefoxPrefs } from './loopback-only.ts';
import { settled } from './visit.ts';
import { type Watched, watched } from './watched.ts';

const approved = {
  permissions: ['declarativeNetRequestWithHostAccess', 'webNavigation', 'webRequest', 'history', 'scripting'],
  origins: ['http://localhost/*', 'http://127.0.0.1/*'],
};

/** What intercepting needs, sorted: Firefox requires one of them. */
export function intercepting({ kind }: Driver): string[] {
  const common = ['webNavigation', 'webRequest'];
  return kind === 'chromium' ? ['declarativeNetRequestWithHostAccess', ...common] : common;
}

/** What the face says of such a permission. */
export const asleep = 'Chromium puts this into effect when it starts: close it whole, and open it again.';

/** Chromium puts some permissions into effect only with its next start. */
export async function wake(driver: Driver): Promise<void> {
  if (driver.kind === 'chromium') await driver.restart();
  await settled(driver);
}

/** The builds as they ship, in browsers that answer the permission question with yes and show none. */
export const shipped: [name: string, launch: () => Promise<Watched>][] = [
  [
    'Chromium',
    () =>
      watched(
        async (proxy) =>
          (await launchChromium({
            dist: 'dist/chromium',
            approved,
            args: chromiumArgs(proxy),
          })) as unknown as Driver,
      ),
  ],
  [
    'Firefox',
    () =>
      watched(
        async (proxy) =>
          (await launchFirefox({ dist: 'dist/firefox', prefs: firefoxPrefs(proxy) })) as unknown as Driver,
      ),
  ],
];

/** For what both are asked in the same words: one of them in `npm test`, both in `npm run proofs`. */
export const shippedAlike = whole('proofs', shipped, shipped.slice(0, 1));
