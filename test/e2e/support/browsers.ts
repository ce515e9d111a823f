import { launchChromium } from '../../../tools/browsers/chromium.mjs';
import type { Driver } from '../../../tools/browsers/driver.ts';
import { launchFirefox } from '../../../tools/browsers/firefox.mjs';
import { whole } from '../../support/whole.ts';
import type { Grants } from './grants.ts';
import { chromiumArgs, firefoxPrefs } from './loopback-only.ts';
import { type Watched, watched } from './watched.ts';

/** Which build: as shipped, with `webNavigation` granted, or with everything granted. */
export type Variant = '' | '-granted-webNavigation' | '-granted';

/** `approved`: what Chromium's question is answered with yes for. Firefox answers so to all. */
type Options = { variant?: Variant; survivesRestart?: boolean; allowPrivate?: boolean; approved?: Grants };

const granted = '-granted-webNavigation';

/**
 * Both browsers, each with the built extension in a fresh profile, watched: what the extension calls must be of its
 * profiles. The drivers share the surface that Driver names.
 */
export const browsers: [name: string, launch: (options?: Options) => Promise<Watched>][] = [
  [
    'Chromium',
    ({ variant = granted, allowPrivate = false, approved } = {}) =>
      watched(
        async (proxy) =>
          (await launchChromium({
            dist: `dist/chromium${variant}`,
            allowPrivate,
            ...(approved && { approved }),
            args: chromiumArgs(proxy),
          })) as unknown as Driver,
      ),
  ],
  [
    'Firefox',
    ({ variant = granted, survivesRestart = false, allowPrivate = false } = {}) =>
      watched(
        async (proxy) =>
          (await launchFirefox({
            dist: `dist/firefox${variant}`,
            prefs: firefoxPrefs(proxy),
            permanent: survivesRestart,
            allowPrivate,
          })) as unknown as Driver,
      ),
  ],
];

/**
 * For what is one code in both and touches no quirk of either: both in `npm run proofs`, one of them in `npm test`, where
 * test/proofs/leaves-nothing.test.ts walks through the same views in both.
 */
export const browsersAlike = whole('proofs', browsers, browsers.slice(0, 1));
