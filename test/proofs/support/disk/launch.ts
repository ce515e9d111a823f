import { launchChromium } from '../../../../tools/browsers/chromium.mjs';
import type { Driver } from '../../../../tools/browsers/driver.ts';
import { launchFirefox } from '../../../../tools/browsers/firefox.mjs';
import { chromiumArgs, firefoxPrefs } from '../../../e2e/support/loopback-only.ts';
import type { RecordingProxy } from '../../../e2e/support/recording-proxy.ts';

/** A browser with the extension, everything granted, on a profile that stays when it ends. */
export async function launchOn(kind: Driver['kind'], profileDir: string, proxy: RecordingProxy): Promise<Driver> {
  const driver =
    kind === 'chromium'
      ? await launchChromium({ dist: 'dist/chromium-granted', profileDir, args: chromiumArgs(proxy) })
      : await launchFirefox({
          dist: 'dist/firefox-granted',
          profileDir,
          permanent: true,
          // as often as Firefox can, else it writes what a session restore needs every 15 s
          prefs: { ...firefoxPrefs(proxy), 'browser.sessionstore.interval': 1_000 },
        });
  return driver as unknown as Driver;
}
