import { realpathSync } from 'node:fs';
import { launchChromium } from '../../../../tools/browsers/chromium.mjs';
import type { Driver } from '../../../../tools/browsers/driver.ts';
import { type FirefoxDriver, launchFirefox } from '../../../../tools/browsers/firefox.mjs';
import { unpackedId } from '../../../../tools/browsers/unpacked-id.mjs';
import { chromiumArgs, firefoxPrefs } from '../../../e2e/support/loopback-only.ts';
import { type Watched, watched } from '../../../e2e/support/watched.ts';
import { type OtherExtension, writeOtherExtension } from './other-extension.ts';

type Other = { id: string; origin: string };

/** A browser with ours, with everything granted, and two of somebody else's: one to attack from, one that is open to all. */
export type Besieged = { driver: Watched; attacker: Other; open: Other; close(): Promise<void> };

/** Such browsers. */
export const besieged: [name: string, dist: string, launch: () => Promise<Besieged>][] = [
  ['Chromium', 'dist/chromium-granted', () => besiege('chromium', inChromium)],
  ['Firefox', 'dist/firefox-granted', () => besiege('firefox', inFirefox)],
];

type Launched = { driver: Watched; others: Other[] };

async function besiege(
  kind: Driver['kind'],
  launch: (written: OtherExtension[]) => Promise<Launched>,
): Promise<Besieged> {
  const written = ['attacker', 'open'].map((name) => writeOtherExtension(kind, name));
  const remove = () => written.map((one) => one.remove());
  try {
    const { driver, others } = await launch(written);
    const [attacker, open] = others as [Other, Other]; // as many as were written
    const close = () => driver.close().finally(remove);
    return { driver, attacker, open, close };
  } catch (error) {
    remove();
    throw error;
  }
}

async function inChromium(written: OtherExtension[]): Promise<Launched> {
  const dist = realpathSync('dist/chromium-granted');
  const folders = [dist, ...written.map(({ folder }) => folder)].join();
  const more = [`--load-extension=${folders}`, `--disable-extensions-except=${folders}`];
  const driver = await watched(
    // of a switch that is given twice Chromium takes the last
    async (proxy) => (await launchChromium({ dist, args: [...chromiumArgs(proxy), ...more] })) as unknown as Driver,
  );
  const ids = written.map(({ folder }) => unpackedId(folder));
  return { driver, others: ids.map((id) => ({ id, origin: `chrome-extension://${id}` })) };
}

async function inFirefox(written: OtherExtension[]): Promise<Launched> {
  let firefox: FirefoxDriver | undefined;
  const driver = await watched(async (proxy) => {
    firefox = await launchFirefox({ dist: 'dist/firefox-granted', prefs: firefoxPrefs(proxy) });
    return firefox as unknown as Driver;
  });
  const others: Other[] = [];
  for (const { folder, id } of written) {
    await firefox?.marionette.send('Addon:Install', { path: folder, temporary: true });
    const host = await firefox?.marionette.runInBrowser(
      'return WebExtensionPolicy.getByID(args[0]).mozExtensionHostname;',
      [id],
    );
    others.push({ id, origin: `moz-extension://${host}` });
  }
  return { driver, others };
}
