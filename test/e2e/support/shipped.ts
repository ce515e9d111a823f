import { launchChromium } from '../../../tools/browsers/chromium.mjs';
import type { Driver } from '../../../tools/browsers/driver.ts';
import { launchFirefox } from '../../../tools/browsers/firefox.mjs';

const approved = {
  permissions: ['webNavigation', 'webRequest', 'history', 'scripting'],
  origins: ['http://localhost/*', 'http://127.0.0.1/*'],
};

/** The builds as they ship, in browsers that answer the permission question with yes and show none. */
export const shipped: [name: string, launch: () => Promise<Driver>][] = [
  ['Chromium', async () => (await launchChromium({ dist: 'dist/chromium', approved })) as unknown as Driver],
  ['Firefox', async () => (await launchFirefox({ dist: 'dist/firefox' })) as unknown as Driver],
];
