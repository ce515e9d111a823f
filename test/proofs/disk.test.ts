import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../tools/browsers/driver.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { html, type PageServer, servePages } from '../e2e/support/page-server.ts';
import { type RecordingProxy, startProxy } from '../e2e/support/recording-proxy.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { noteFinding, whole } from '../support/whole.ts';
import { ciphertextOf, type Ending, endings, holdSecrets, patience } from './support/disk/journey.ts';
import { launchOn } from './support/disk/launch.ts';
import { compressible, Ledger } from './support/disk/ledger.ts';
import type { Secret } from './support/disk/needles.ts';
import type { Place } from './support/disk/place-of.ts';
import { type Hit, searchProfile } from './support/disk/search-profile.ts';

type StorageApi = { storage: { local: { remove(key: string): Promise<void> } } };
type End = 'killed' | 'closed';
const share: [Ending, End][] = [['in the app', 'killed']];
const all = (Object.keys(endings) as Ending[]).flatMap((ending): [Ending, End][] => [
  [ending, 'killed'],
  [ending, 'closed'],
]);

describe.each(['chromium', 'firefox'] as const)('%s: what lies on disk', (kind) => {
  let app: PageServer;
  let provider: Provider;
  let proxy: RecordingProxy;
  let profileDir: string;
  let driver: Driver | undefined;

  beforeAll(async () => {
    app = await servePages((_request, response) => html(response, '<textarea></textarea>'));
    proxy = await startProxy();
  });
  afterAll(async () => {
    await proxy?.close();
    await app?.close();
  });
  beforeEach(async () => {
    provider = await serveOpenId();
    profileDir = mkdtempSync(path.join(tmpdir(), `claimcheck-disk-${kind}-`));
  });
  afterEach(async () => {
    await driver?.close();
    await provider.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const search = (of: Driver, secrets: Secret[], isBlind = false) =>
    searchProfile(profileDir, secrets, of, { isBlind });
  /** What is known to lie in storage.local: to be found, else the search is blind. */
  async function plant(of: Driver): Promise<Secret[]> {
    const [canary, stale] = [compressible(), compressible()];
    await of.writeStorage('local', { canary });
    await of.writeStorage('local', { stale });
    const page = await of.openPage('manifest.json');
    await page.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, StorageApi>;
      return (browser ?? chrome)?.storage.local.remove('stale');
    });
    return [
      { name: 'canary', value: canary, inAddress: false },
      { name: 'stale canary', value: stale, inAddress: false },
    ];
  }
  /**
   * Waits until the browser has written its session as it is now, and in a whole run its history. What is typed in a page that
   * does not forbid it is to be found there, so that what was typed in ours would be.
   */
  async function hasWritten(of: Driver): Promise<void> {
    const [visited, typed] = [`/visited-${compressible()}`, compressible()];
    const page = await of.newTab(`${app.origin}${visited}`);
    await page.bringToFront();
    await page.getByRole('textbox').fill(typed);
    const [session, history] = { chromium: ['Sessions', 'History'], firefox: ['session restore', 'places.sqlite'] }[
      kind
    ];
    const wanted = [`${session} visited`, `${session} typed`, ...whole('proofs', [`${history} visited`], [])];
    const markers = [
      { name: 'visited', value: visited, inAddress: true },
      { name: 'typed', value: typed, inAddress: false },
    ];
    const isWanted = ({ kind }: Place) => wanted.some((one) => one.startsWith(`${kind} `));
    const isWritten = () => {
      const { hits } = searchProfile(profileDir, markers, of, { isWanted });
      const found = new Set(hits.map(({ place, secret }) => `${place.kind} ${secret.name}`));
      return wanted.every((one) => found.has(one));
    };
    await waitUntil(isWritten, { timeout: patience, interval: 500, what: `${wanted} to be written` });
  }
  const namesAt = (hits: Hit[], whose: Hit['place']['whose']) =>
    [...new Set(hits.filter(({ place }) => place.whose === whose).map(({ secret }) => secret.name))].sort();

  test.each(whole('proofs', all, share))('a login that ends %s, the browser %s', async (ending, end) => {
    driver = await launchOn(kind, profileDir, proxy);
    const ledger = new Ledger();
    await holdSecrets(driver, { provider, app, ledger, ending });
    const planted = await plant(driver);
    planted.push({ name: 'ciphertext', value: await ciphertextOf(driver), inAddress: false });
    expect(new Set(ledger.secrets.map(({ name }) => name))).toEqual(new Set(used));
    await hasWritten(driver);
    await (end === 'killed' ? driver.kill() : driver.close());

    const { hits, unopened, files, bytes } = search(driver, [...ledger.secrets, ...planted]);
    noteFinding('proofs', { proof: 'disk', browser: kind, ending, end, files, bytes, kept: keptByKind(hits) });
    expect(unopened).toEqual([]);
    // Firefox writes over what was removed, sooner or later
    const isSure = (name: string) => kind === 'chromium' || name !== 'stale canary';
    const ofExtension = planted.map(({ name }) => name).filter(isSure);
    expect(namesAt(hits, 'extension').filter(isSure)).toEqual(ofExtension.sort());
    const isStrange = ({ place, secret }: Hit) =>
      place.whose === 'unknown' || (place.whose === 'addresses' && !secret.inAddress);
    expect(hits.filter(isStrange).map(({ secret, form, file }) => `${secret.name}, in ${form}, in ${file}`)).toEqual(
      [],
    );
    // Firefox still has it in the log of places.sqlite when it is killed
    if (kind === 'chromium' && /history/.test(ending)) {
      const ofHistory = hits.filter(({ place }) => place.kind === 'History');
      expect(ofHistory.map(({ secret }) => secret.name).filter((name) => !/^(?:state|nonce)$/.test(name))).toEqual([]);
    }
    // Firefox compresses what it writes at once
    if (kind === 'firefox') expect(namesAt(search(driver, planted, true).hits, 'extension')).not.toContain('canary');
  });

  test.runIf(kind === 'firefox' && whole('proofs', true, false))(
    'a value that was removed is found as long as the log of the database remembers it',
    async () => {
      const running = await launchOn(kind, profileDir, proxy);
      driver = running;
      const isWanted = ({ whose }: Place) => whose === 'extension';
      const isFound = async () => {
        const { hits } = searchProfile(profileDir, await plant(running), running, { isWanted });
        return namesAt(hits, 'extension').includes('stale canary');
      };
      await waitUntil(isFound, { timeout: patience, what: 'a value that was removed' });
    },
  );

  // Chromium compresses what it has written once that is 4 MB
  test.runIf(kind === 'chromium' && whole('proofs', true, false))(
    'a search that does not look beneath the compression misses what lies there',
    async () => {
      driver = await launchOn(kind, profileDir, proxy);
      const planted = await plant(driver);
      for (const letter of 'abc') await driver.writeStorage('local', { filler: letter.repeat(3_000_000) });
      await driver.close();
      expect(namesAt(search(driver, planted).hits, 'extension')).toContain('canary');
      expect(namesAt(search(driver, planted, true).hits, 'extension')).toEqual([]);
    },
  );
});

/** Every kind of secret that a run must have had. */
const used = [
  'client secret in memory',
  'client secret on disk, in the clear',
  'passphrase',
  'client secret typed',
  'token typed',
  'token read by hand',
  'state',
  'nonce',
  'code',
  'verifier',
  'id_token in the fragment',
  'access_token in the fragment',
  'id_token of the token endpoint',
  'access_token of the token endpoint',
  'refresh_token of the token endpoint',
];

/** Which secrets the browser keeps in which kind of file. */
function keptByKind(hits: Hit[]): Record<string, string[]> {
  const kept: Record<string, Set<string>> = {};
  for (const { place, secret } of hits) {
    if (place.whose !== 'addresses') continue;
    kept[place.kind] = (kept[place.kind] ?? new Set()).add(secret.name);
  }
  return Object.fromEntries(Object.entries(kept).map(([kind, names]) => [kind, [...names].sort()]));
}
