import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Capture, Fresh, PendingLogin, Profile } from '../../src/protocol/records.ts';
import type { Driver } from '../../tools/browsers/driver.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { capture, profile, token } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsersAlike } from './support/browsers.ts';
import { callApi } from './support/extension.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { settled } from './support/visit.ts';

/** A token that is good for an hour. */
const good = (name: string) => token({ sub: name, exp: Math.floor(Date.now() / 1000) + 3600 });

describe.each(browsersAlike)('%s: a fresh token on the clipboard', (_, launch) => {
  let driver: Driver;
  let provider: PageServer;
  /** What the provider does with a request that must show no page. */
  let session: 'holds' | 'over' | 'ignored' | 'hangs';
  const issued = good('issued');

  beforeAll(async () => {
    provider = await servePages((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      const to = (answer: Record<string, string>) => {
        const params = new URLSearchParams({ ...answer, state: searchParams.get('state') ?? '' });
        response.writeHead(302, { location: `${searchParams.get('redirect_uri')}#${params}` }).end();
      };
      const tokens = { access_token: issued, token_type: 'Bearer', expires_in: '3600' };
      if (pathname !== '/authorize') html(response, 'the app');
      else if (searchParams.get('prompt') !== 'none') {
        html(response, `<a href="/authorize?${searchParams}&prompt=none&typed=1">Go on</a>`);
      } else if (session === 'holds' || searchParams.has('typed')) to(tokens);
      else if (session === 'over') to({ error: 'login_required' });
      else if (session === 'ignored') html(response, 'Type your password');
    });
    driver = await launch({ variant: '-granted' });
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
  });
  beforeEach(async () => {
    session = 'holds';
    const endpoints = { authorization: `${provider.origin}/authorize` };
    const callback = `${provider.origin}/callback`;
    await driver.writeStorage('local', {
      profiles: [profile({ provider: 'oidc', endpoints, callback, responseType: 'token' })],
      activeProfile: 'p1',
      settings: {},
    });
    await driver.writeStorage('session', { captures: [], logins: [], fresh: null });
    await settled(driver);
  });

  type Stored = { captures: Capture[]; logins: PendingLogin[]; fresh?: Fresh };
  const stored = () => driver.readStorage('session', ['captures', 'logins', 'fresh']) as Promise<Stored>;
  const freshAt = (...steps: Fresh['step'][]) =>
    waitUntil(
      async () => {
        const { fresh } = await stored();
        return fresh && steps.includes(fresh.step) && fresh;
      },
      { what: `a fresh token to be ${steps}` },
    );
  /** What the browser does when the keys of the command are pressed: DevTools cannot press them. */
  const pressKeys = async () => {
    if (driver.kind === 'chromium') {
      await driver.evaluateInBackground(() => {
        type Event = { dispatch(command: string): void };
        const { chrome } = globalThis as unknown as { chrome: { commands: { onCommand: Event } } };
        chrome.commands.onCommand.dispatch('fresh-token');
      });
      return;
    }
    type Firefox = { marionette: { runInBrowser(script: string, args: unknown[]): Promise<unknown> } };
    // Firefox's driver alone has it
    const { marionette } = driver as unknown as Firefox;
    await marionette.runInBrowser(`WebExtensionPolicy.getByID(args[0]).extension.shortcuts.onCommand('fresh-token');`, [
      driver.extensionId,
    ]);
  };
  const clipboard = async () => {
    const page = await driver.openPage('manifest.json');
    await page.bringToFront();
    try {
      return await driver.readClipboard(page);
    } finally {
      await page.close();
    }
  };
  const held = (access: string) =>
    capture({ capturedAt: Date.now(), judgedAt: Date.now(), tokens: { access_token: access } });

  test('the keys copy what is still good, and the toolbar says so', async () => {
    const access = good('held');
    await driver.writeStorage('session', { captures: [held(access)] });
    await pressKeys();
    expect(await freshAt('copied')).toMatchObject({ way: 'still_good' });
    expect(await clipboard()).toBe(access);
    const title = () => callApi<string>(driver, 'action.getTitle', {});
    await waitUntil(async () => /copied/.test(await title()), { what: 'the toolbar to say so' });
    expect(await title()).not.toContain(access);
  });

  test('the session of the provider brings one in a tab behind, which is closed', async () => {
    const before = (await driver.pages()).length;
    await pressKeys();
    expect(await freshAt('copied')).toMatchObject({ way: 'silent' });
    expect(await clipboard()).toBe(issued);
    const { captures, logins } = await stored();
    expect(captures).toMatchObject([{ silent: true, startedHere: true, request: { prompt: 'none' } }]);
    expect(logins).toEqual([]);
    await waitUntil(async () => (await driver.pages()).length === before, { what: 'the tab to be closed' });
    expect((await stored()).captures[0]?.events.filter(({ kind }) => kind === 'tab_closed')).toHaveLength(1);
  });

  test('a renewal that ends inside shows nothing', async () => {
    const { profiles } = await driver.readStorage('local', 'profiles');
    const [registered] = profiles as Profile[]; // written above
    await driver.writeStorage('local', { profiles: [{ ...registered, intercept: true }] });
    await settled(driver);
    const before = (await driver.pages()).length;
    const asked = provider.requests.length;
    await pressKeys();
    expect(await freshAt('copied')).toMatchObject({ way: 'silent' });
    expect((await stored()).captures).toMatchObject([{ silent: true, intercepted: true }]);
    await waitUntil(async () => (await driver.pages()).length === before, { what: 'the tab to be closed' });
    await settled(driver);
    expect((await driver.readStorage('session', 'chores')).chores).toEqual([]);
    expect(provider.requests.slice(asked).filter((one) => one.includes('/callback'))).toEqual([]);
  });

  test.each(['over', 'ignored'] as const)('a session that is %s leads to the login page, in front', async (state) => {
    session = state;
    await pressKeys();
    const { reason } = await freshAt('signing_in');
    expect(reason).toMatch(state === 'over' ? /login_required/ : /wants its login page/);
    const page = await driver.findPage((url) => url.startsWith(`${provider.origin}/authorize`));
    expect(await page.url()).not.toContain('prompt=none');
    await page.getByRole('link', { name: 'Go on' }).click();
    expect(await freshAt('copied')).toMatchObject({ way: 'interactive', reason });
    expect(await clipboard()).toBe(issued);
    await page.close();
  });

  test('the tab of a sign-in that is closed ends it', async () => {
    session = 'over';
    await pressKeys();
    await freshAt('signing_in');
    const page = await driver.findPage((url) => url.startsWith(`${provider.origin}/authorize`));
    await page.close();
    expect(await freshAt('failed')).toMatchObject({ reason: expect.stringContaining('was closed') });
    expect((await stored()).logins).toEqual([]);
  });

  test('a worker that ends while the provider hangs goes on in its next life', async () => {
    session = 'hangs';
    await pressKeys();
    const { logins } = await waitUntil(
      async () => {
        const records = await stored();
        return records.logins[0]?.tabId !== undefined && records;
      },
      { what: 'the silent login' },
    );
    await driver.stopBackground();
    await driver.writeStorage('session', { logins: logins.map((one) => ({ ...one, startedAt: Date.now() - 20_000 })) });
    await settled(driver);
    expect(await freshAt('signing_in')).toMatchObject({ reason: expect.stringContaining('wants its login page') });
    const login = await waitUntil(
      async () => (await stored()).logins.find(({ silent, tabId }) => !silent && tabId !== undefined),
      { what: 'the sign-in in front' },
    );
    await callApi(driver, 'runtime.sendMessage', { type: 'cancelSignIn', state: login.state });
    expect(await freshAt('failed')).toMatchObject({ reason: 'The sign-in was cancelled.' });
    await callApi(driver, 'tabs.remove', login.tabId);
  });

  // what the browser was told to write got lost some five times in 700
  test('what is said to be copied lies there, again and again', { timeout: 120_000 }, async () => {
    for (let round = 0; round < whole('proofs', 150, 5); round += 1) {
      const access = good(`round-${round}`);
      await driver.writeStorage('session', { captures: [held(access)], fresh: null });
      await callApi(driver, 'runtime.sendMessage', { type: 'freshToken', profileId: 'p1' });
      await freshAt('copied');
      expect(await clipboard(), `round ${round}`).toBe(access);
    }
  });

  test('what was copied is cleared when its time has come, after the worker has ended', async () => {
    const access = good('cleared');
    await driver.writeStorage('local', { settings: { clearClipboardAfter: 60 } });
    await driver.writeStorage('session', { captures: [held(access)] });
    await pressKeys();
    await freshAt('copied');
    expect(await clipboard()).toBe(access);
    type Held = { clipboard?: { digest: string; clearAt: number } };
    const noted = ((await driver.readStorage('session', 'clipboard')) as Held).clipboard;
    // a life of the worker that began before this was written would not look at it
    await driver.writeStorage('session', { clipboard: { ...noted, clearAt: Date.now() - 1 } });
    await driver.stopBackground();
    await settled(driver);
    await waitUntil(async () => (await clipboard()) === '', { what: 'the clipboard to be empty' });
    expect(await driver.readStorage('session', 'clipboard')).toEqual({});
  });

  test('a login as another user in a private window is refused with what to do, where the browser does not allow it', async () => {
    const asked = { type: 'signIn', profileId: 'p1', as: 'other_user', inPrivate: true };
    expect(await callApi<object>(driver, 'runtime.sendMessage', asked)).toEqual({
      ok: false,
      reason: expect.stringContaining('Allow Claimcheck in private windows'),
    });
    expect((await stored()).logins).toEqual([]);
  });
});
