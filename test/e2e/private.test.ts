import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, PendingLogin } from '../../src/protocol/records.ts';
import type { Driver } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile, token } from '../support/records.ts';
import { browsers } from './support/browsers.ts';
import { callApi } from './support/extension.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { settled, visit } from './support/visit.ts';

describe.each(browsers)('%s: private windows', (_, launch) => {
  let driver: Driver;
  let app: PageServer;
  let callback: string;

  beforeAll(async () => {
    app = await servePages((request, response) => {
      if (request.url?.startsWith('/closes')) html(response, '<script>close()</script>');
      else html(response, 'the app');
    });
    callback = `${app.origin}/callback`;
    driver = await launch({ allowPrivate: true });
    const endpoints = { authorization: `${app.origin}/authorize` };
    const closing = profile({ id: 'p2', name: 'closing', provider: 'oidc', callback: `${app.origin}/closes` });
    await driver.writeStorage('local', {
      profiles: [profile({ provider: 'oidc', endpoints, callback }), closing],
      activeProfile: 'p1',
    });
    await settled(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.close();
  });

  type Lists = { captures?: Capture[]; privateCaptures?: Capture[]; logins?: PendingLogin[] };
  const stored = () => driver.readStorage('session', ['captures', 'privateCaptures', 'logins']) as Promise<Lists>;
  const openPrivate = async (url: string) =>
    (await callApi<{ id: number }>(driver, 'windows.create', { incognito: true, url })).id;
  const closeWindow = (id: number) => callApi(driver, 'windows.remove', id);
  const privateWith = (access: string) =>
    waitUntil(
      async () =>
        (await stored()).privateCaptures?.find(({ tokens, judgedAt }) => tokens.access_token === access && judgedAt),
      { what: `a private capture with ${access}` },
    );

  test('an answer there is kept apart, the same answer elsewhere is another capture', async () => {
    const access = token({ sub: 'ada', username: 'ada' });
    const id = await openPrivate(`${callback}#access_token=${access}&state=s`);
    const apart = await privateWith(access);
    expect((await stored()).captures ?? []).toEqual([]);
    await visit(driver, `${callback}#access_token=${access}&state=s`);
    const other = await captureWith(driver, ({ tokens }) => tokens.access_token === access, 'the other capture');
    expect(other.id).not.toBe(apart.id);
    expect([other.replays, apart.replays]).toEqual([[], []]);

    const page = await driver.openPage('page.html#captures');
    await page.bringToFront();
    await page.getByRole('heading', { name: /^Private windows/ }).waitFor();
    await page.close();
    await closeWindow(id);
    await waitUntil(async () => (await stored()).privateCaptures?.length === 0, { what: 'the private captures to go' });
    expect((await stored()).captures).toHaveLength(1);
  });

  test('they go with the last private window, not before', async () => {
    const [one, two] = [await openPrivate('about:blank'), await openPrivate(`${callback}#access_token=kept&state=s`)];
    await privateWith('kept');
    await closeWindow(two);
    await settled(driver);
    expect((await stored()).privateCaptures).toHaveLength(1);
    await driver.stopBackground();
    await closeWindow(one);
    await waitUntil(async () => (await stored()).privateCaptures?.length === 0, { what: 'the private captures to go' });
  });

  test('a sign-in from a private window opens there, and its answer stays there', async () => {
    const windowId = await openPrivate('about:blank');
    await callApi(driver, 'runtime.sendMessage', { type: 'signIn', profileId: 'p1', windowId });
    const { logins: [login] = [] } = await stored();
    expect(login).toMatchObject({ isPrivate: true });
    await callApi(driver, 'tabs.update', login?.tabId, { url: `${callback}#access_token=own&state=${login?.state}` });
    const apart = await privateWith('own');
    expect(apart).toMatchObject({ startedHere: true });
    expect(apart.verdicts.find(({ check }) => check === 'state')?.result).toBe('pass');
    expect((await stored()).captures?.some(({ tokens }) => tokens.access_token === 'own')).toBe(false);
    await closeWindow(windowId);
    await waitUntil(async () => (await stored()).privateCaptures?.length === 0, { what: 'the private captures to go' });
  });

  test('an answer in a window that closes itself at once stays on its side', async () => {
    const other = await openPrivate('about:blank');
    await driver.stopBackground();
    await openPrivate(`${app.origin}/closes#access_token=closed&state=s`);
    await privateWith('closed');
    expect((await stored()).captures?.some(({ tokens }) => tokens.access_token === 'closed')).toBe(false);
    await closeWindow(other);
    await waitUntil(async () => (await stored()).privateCaptures?.length === 0, { what: 'the private captures to go' });
  });

  test('a login as another user opens in a private window, and the provider is to ask who signs in', async () => {
    const asked = { type: 'signIn', profileId: 'p1', as: 'other_user', inPrivate: true };
    expect(await callApi<object>(driver, 'runtime.sendMessage', asked)).toEqual({ ok: true });
    const { logins } = await stored();
    expect(logins).toMatchObject([{ isPrivate: true, request: { prompt: 'login' } }]);
    expect(logins?.[0]?.tabId).toEqual(expect.any(Number));
  });
});
