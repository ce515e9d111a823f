import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsers } from './support/browsers.ts';
import type { ExtensionApi } from './support/extension.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { settled, startAnew, visit } from './support/visit.ts';

describe.each(browsers)('%s', (_name, launch) => {
  let driver: Driver;
  let pages: PageServer;
  /** Where nothing listens. */
  let callback: string;

  beforeAll(async () => {
    pages = await servePages((request, response) => {
      if (request.url === '/strips') html(response, "<script>history.replaceState(null, '', '/strips')</script>");
      else if (request.url === '/moves-on') html(response, "<script>location.replace('/elsewhere')</script>");
      else html(response, 'another page');
    });
    callback = `http://localhost:${await freePort()}/callback`;
    driver = await launch();
    await register([profile({ id: 'refused', callback })]);
  });
  afterAll(async () => {
    await driver?.close();
    await pages?.close();
  });

  // written by the extension under test
  const captures = async () => ((await driver.readStorage('session', 'captures')).captures ?? []) as Capture[];
  const withToken = (token: string) =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === token && judgedAt, `a capture with ${token}`);

  /** Saves profiles as any writer may, and lets the background start once with them, as it does by itself. */
  async function register(profiles: Profile[]): Promise<void> {
    await driver.writeStorage('local', { profiles });
    await settled(driver);
  }

  test('the background stops, another page leaves it stopped, the callback is captured: again and again', async () => {
    // in Firefox the life in which profiles changed is not the one that its filters wake
    await driver.stopBackground();
    if (driver.kind === 'firefox') await waitUntil(() => driver.isBackgroundRunning(), { what: 'the next start' });
    const rounds = whole('proofs', 20, 3);
    const near = [`${callback}-1`, `${callback}/1`, callback.replace('localhost', '127.0.0.1')];
    for (let round = 0; round < rounds; round += 1) {
      await driver.stopBackground();
      for (const page of [`${pages.origin}/elsewhere`, near[round % near.length]]) {
        await visit(driver, `${page}#access_token=not-ours&state=x`);
        expect(await driver.isBackgroundRunning(), `round ${round}: started by ${page}`).toBe(false);
      }
      await visit(driver, `${callback}#access_token=round-${round}&state=s`);
      await withToken(`round-${round}`);
    }
    const all = await captures();
    expect(all.map(({ tokens }) => tokens.access_token).sort()).toEqual(
      Array.from({ length: rounds }, (_, round) => `round-${round}`).sort(),
    );
    expect(all.filter(({ replays }) => replays.length > 0)).toEqual([]);
  });

  test('a change of the profiles by any writer is followed within 250 ms', async () => {
    const other = `http://localhost:${await freePort()}/other`;
    await driver.writeStorage('local', {
      profiles: [profile({ id: 'refused', callback }), profile({ id: 'other', callback: other })],
    });
    const page = await driver.newTab();
    const start = performance.now();
    // the promise is about 250 ms after the write: whatever a slow machine has spent of them counts
    await waitUntil(() => performance.now() - start >= 250, { what: '250 ms' });
    await driver.visit(page, `${other}#access_token=followed&state=s`, { mayFail: true });
    expect(await withToken('followed')).toMatchObject({ profileId: 'other', callback: other });
    await page.close();
  });

  describe('ways a login ends', () => {
    test.each([
      ['the page removes the fragment at once', '/strips'],
      ['the page moves on at once', '/moves-on'],
      ['the page is there', '/plain'],
    ])('%s', async (_, path) => {
      await register([profile({ id: 'page', callback: `${pages.origin}${path}` })]);
      await visit(driver, `${pages.origin}${path}#access_token=token${path.slice(1)}&state=s`);
      expect(await withToken(`token${path.slice(1)}`)).toMatchObject({
        source: 'fragment',
        frame: 'main',
        startedHere: false,
        replays: [],
      });
    });
    test('the host does not exist', async () => {
      const unknown = 'http://nowhere.invalid/callback';
      await register([profile({ id: 'unknown', callback: unknown })]);
      await visit(driver, `${unknown}#access_token=unknown-host&state=s`);
      expect(await withToken('unknown-host')).toMatchObject({ callback: unknown, replays: [] });
    });
    test('with an error, in the query', async () => {
      await register([profile({ id: 'refused', callback })]);
      await visit(driver, `${callback}?error_description=invalid_scope&state=s&error=invalid_request`);
      const capture = await captureWith(driver, ({ error, judgedAt }) => error && judgedAt, 'the error');
      expect(capture).toMatchObject({
        source: 'query',
        error: { error: 'invalid_request', description: 'invalid_scope' },
      });
    });
  });

  test('an address that only looks like the callback is not captured', async () => {
    const registered = `http://localhost:${pages.port}/cb`;
    await register([profile({ id: 'exact', callback: registered })]);
    const before = (await captures()).length;
    const lookAlikes = [
      `http://localhost.evil.test:${pages.port}/cb`,
      `http://localhost:${pages.port}@evil.test/cb`,
      `http://user:pw@localhost:${pages.port}/cb`,
      `http://localhost.:${pages.port}/cb`,
      `http://127.0.0.1:${pages.port}/cb`,
      `http://localhost:${pages.port}/cb/`,
      `http://localhost:${pages.port}/cb2`,
      `http://localhost:${pages.port}/CB`,
    ];
    for (const address of lookAlikes) await visit(driver, `${address}#access_token=look-alike&state=s`);
    await visit(driver, `${registered}#access_token=exact&state=s`);
    await withToken('exact');
    expect((await captures()).length).toBe(before + 1);
  });

  test('a reload is the same capture, noted as a replay', async () => {
    await register([profile({ id: 'page', callback: `${pages.origin}/plain` })]);
    const page = await driver.newTab(`${pages.origin}/plain#access_token=reloaded&state=s`);
    await withToken('reloaded');
    await page.reload();
    const capture = await captureWith(
      driver,
      ({ tokens, replays }) => tokens.access_token === 'reloaded' && replays.length > 0,
      'the replay',
    );
    expect(capture.replays).toHaveLength(1);
    expect((await captures()).filter(({ tokens }) => tokens.access_token === 'reloaded')).toHaveLength(1);
    await page.close();
  });

  test('a background killed right after the navigation loses nothing', async () => {
    await register([profile({ id: 'refused', callback })]);
    for (let round = 0; round < whole('proofs', 5, 2); round += 1) {
      const page = await driver.newTab();
      const visited = driver.visit(page, `${callback}#access_token=killed-${round}&state=s`, { mayFail: true });
      await visited;
      await driver.stopBackground();
      await settled(driver);
      await withToken(`killed-${round}`);
      await page.close();
    }
  });

  test('the toolbar shows how many captures nobody has looked at, and not what is in them', async () => {
    const page = await driver.openPage('manifest.json');
    const shown = () =>
      page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<string, ExtensionApi>;
        const action = (browser ?? chrome)?.action;
        return { text: await action?.getBadgeText({}), title: await action?.getTitle({}) };
      });
    await driver.writeStorage('session', { lookedAt: Date.now() });
    await waitUntil(async () => (await shown()).text === '', { what: 'an empty badge' });
    await visit(driver, `${callback}#access_token=badge&state=s`);
    await waitUntil(async () => (await shown()).text === '1', { what: 'a badge that says 1' });
    expect((await shown()).title).toBe('Claimcheck: 1 new capture');
    await page.close();
  });

  // faults.test.ts has the same walk with more permissions
  test.runIf(whole('proofs', true, false))('after a restart of the browser the callback is captured', async () => {
    const lasting = await launch({ survivesRestart: true });
    try {
      const own = `http://localhost:${await freePort()}/callback`;
      await lasting.writeStorage('local', { profiles: [profile({ callback: own })] });
      await waitUntil(async () => (await lasting.readStorage('local', 'profiles')).profiles, {
        what: 'the profile to be stored',
      });
      await startAnew(lasting);
      await lasting.restart();
      const page = await lasting.newTab();
      await lasting.visit(page, `${own}#access_token=restarted&state=s`, { mayFail: true });
      const capture = await captureWith(
        lasting,
        ({ tokens }) => tokens.access_token === 'restarted',
        'a capture after the restart',
      );
      expect(capture.startedHere).toBe(false);
    } finally {
      await lasting.close();
    }
  });
});
