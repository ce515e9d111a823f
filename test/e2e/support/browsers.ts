import { launchChromium } from '../../../tools/browsers/chromium.mjs';
import type { Driver } from '../../../tools/browsers/driver.ts';
import { launchFirefox } from '../../../tools/browsers/firefox.mjs';
import { chromiumArgs, firefoxPrefs } from './loopback-only.ts';

/** Which build: as shipped, with `webNavigation` granted, or with everything granted. */
export type Variant = '' | '-granted-webNavigation' | '-granted';

type Options = { variant?: Variant; survivesRestart?: boolean; allowPrivate?: boolean };

const granted = '-granted-webNavigation';

/** Both browsers, each with the built extension in a fresh profile. The drivers share the surface that Driver names. */
export const browsers: [name: string, launch: (options?: Options) => Promise<Driver>][] = [
  [
    'Chromium',
    async ({ variant = granted, allowPrivate = false } = {}) =>
      (await launchChromium({
        dist: `dist/chromium${variant}`,
        allowPrivate,
        args: chromiumArgs,
      })) as unknown as Driver,
  ],
  [
    'Firefox',
    async ({ variant = granted, survivesRestart = false, allowPrivate = false } = {}) =>
      (await launchFirefox({
        dist: `dist/firefox${variant}`,
        prefs: firefoxPrefs,
        permanent: survivesRestart,
        allowPrivate,
      })) as unknown as Driver,
  ],
];
