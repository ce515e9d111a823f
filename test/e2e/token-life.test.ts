import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { isUseBlocked } from '../../src/protocol/checks.ts';
import type { Capture, Fresh, Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { demoProfile } from '../../tools/demo-profile.mjs';
import { captureWith, copied, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsersAlike } from './support/browsers.ts';
import { press } from './support/editor.ts';
import { historyOf } from './support/extension.ts';
import { allDone, begin, captures } from './support/login.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import type { Watched } from './support/watched.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;

// One login after the other at the demo pool, as a person does it: by the buttons of the popup.
describe.each(browsersAlike)('%s: the life of a token', (_, launch) => {
  let app: PageServer;
  let demo: Demo;
  let driver: Watched;
  let popup: TestPage;
  let own: Profile;
  /** Every token and secret there was, to be looked for where none may be. */
  const secrets = new Set<string>();

  beforeAll(async () => {
    app = await servePages((_request, response) => html(response, 'the app'));
    demo = await startDemo({
      callback: `${app.origin}/callback`,
      logoutUri: `${app.origin}/signed-out`,
      managedLogin: true,
      rotation: true,
    });
    driver = await launch({ variant: '-granted' });
    own = { ...demoProfile(demo), clientId: demo.clients.code.clientId, responseType: 'code' };
    await begin(driver, own);
    popup = await driver.openPage('popup.html');
    await popup.bringToFront();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await app?.close();
  });

  const ada = () => demo.users[0] ?? { username: '', password: '' };
  const tokenRequests = () => demo.requests.filter(({ path, method }) => path === '/oauth2/token' && method === 'POST');

  /** The capture that a test waits for; its tokens are remembered. */
  async function captured(isWanted: (capture: Capture) => unknown, what: string): Promise<Capture> {
    const capture = await captureWith(driver, (one) => one.judgedAt && !one.tokenCall && isWanted(one), what, 20_000);
    for (const token of Object.values(capture.tokens)) secrets.add(token);
    return capture;
  }

  async function closeApp(): Promise<void> {
    await (await driver.findPage((url) => url.startsWith(app.origin))).close();
    await popup.bringToFront();
  }

  async function choose(item: RegExp): Promise<void> {
    await popup.bringToFront();
    await press(popup, 'More ways to sign in');
    await popup.getByRole('menuitem', { name: item }).click();
  }

  test('a login with a code: it is exchanged, and the tokens pass', async () => {
    await press(popup, 'Sign in');
    await signInAtPool(driver, demo.origin, ada());
    const capture = await captured(({ tokenAnswer }) => tokenAnswer, 'the tokens');
    expect(capture).toMatchObject({ source: 'query', tokenCalls: [{ grant: 'authorization_code', status: 200 }] });
    expect(Object.keys(capture.tokens).sort()).toEqual(['access_token', 'id_token', 'refresh_token']);
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    expect(tokenRequests()).toHaveLength(1);
    await closeApp();
    await allDone(driver);
    await press(popup, 'Call userInfo');
    const answered = await captured(({ userinfo }) => userinfo, 'the answer of userInfo');
    expect(answered.userinfo?.status).toBe(200);
  });

  test('refreshed by the button', async () => {
    const [before] = await captures(driver);
    await popup.bringToFront();
    await popup.getByRole('tab', { name: /^Refresh token/ }).click();
    await press(popup, 'Refresh');
    const capture = await captured(({ replaced }) => replaced, 'the new tokens');
    expect(capture.id).toBe(before?.id);
    expect(capture.replaced?.tokens).toEqual(before?.tokens);
    expect(capture.tokens.refresh_token).not.toBe(before?.tokens.refresh_token);
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    expect(tokenRequests()).toHaveLength(2);
  });

  test('"Fresh token": still good, it is copied', async () => {
    const [before] = await captures(driver);
    await popup.bringToFront();
    await press(popup, 'Fresh token');
    await copied(driver, popup, (text) => text === before?.tokens.access_token, 'the access token');
    expect(await freshCopied()).toMatchObject({ way: 'still_good' });
    expect(tokenRequests()).toHaveLength(2);
  });

  test('"Fresh token" asked of the worker by the keyboard command: it is copied with no page of ours open', async () => {
    const [before] = await captures(driver);
    const askedAt = (await freshOf())?.askedAt ?? 0;
    await popup.close();
    const elsewhere = await driver.newTab(`${app.origin}/elsewhere`);
    await driver.sendCommand('fresh-token');
    await waitUntil(async () => ((await freshOf())?.askedAt ?? 0) > askedAt, { what: 'the asking' });
    await freshCopied();
    await copied(driver, elsewhere, (text) => text === before?.tokens.access_token, 'the access token');
    await elsewhere.close();
    popup = await driver.openPage('popup.html');
    await popup.bringToFront();
  });

  test('revoked by the button: the refresh token is dead', async () => {
    await popup.bringToFront();
    await popup.getByRole('tab', { name: /^Refresh token/ }).click();
    await press(popup, 'Revoke');
    await popup.getByRole('dialog').waitFor();
    await press(popup, 'Revoke now');
    const capture = await captured(({ deadRefreshToken }) => deadRefreshToken, 'the word that it is dead');
    expect(capture.deadRefreshToken?.why).toBe('revoked');
    await popup.getByRole('heading', { name: 'This refresh token is dead' }).waitFor();
  });

  test('"Fresh token" after that: through the session of the pool, in a tab behind', async () => {
    const [before] = await captures(driver);
    await popup.bringToFront();
    // beside “Sign in again” it stands in the menu
    await press(popup, 'Copy as and more');
    await popup.getByRole('menuitem', { name: 'Fresh token', exact: true }).click();
    const capture = await captured(({ id, tokenAnswer }) => id !== before?.id && tokenAnswer, 'the tokens');
    expect(capture).toMatchObject({ silent: true, request: { prompt: 'none' } });
    await copied(driver, popup, (text) => text === capture.tokens.access_token, 'the access token');
    expect(await freshCopied()).toMatchObject({ way: 'silent', reason: expect.stringMatching(/revoked/) });
  });

  test('signed out at the pool: the tokens stay, the session is over', async () => {
    const before = await captures(driver);
    await choose(/^Sign out/);
    await popup.getByRole('dialog').waitFor();
    await press(popup, 'Sign out');
    await closeApp();
    expect(demo.requests.map(({ path }) => path)).toContain('/logout');
    expect((await captures(driver)).map(({ tokens }) => tokens)).toEqual(before.map(({ tokens }) => tokens));
    await choose(/^Silently/);
    const answer = await captured(({ error }) => error, 'the answer');
    expect(answer).toMatchObject({ error: { error: 'login_required' }, silent: true });
    await popup.getByText('the silent sign-in of').waitFor();
    await popup.getByRole('button', { name: 'Call userInfo', exact: true }).waitFor();
  });

  test('"Fresh token" after that: the refresh token outlives the session', async () => {
    const before = (await captures(driver)).find(({ tokens }) => tokens.access_token);
    await driver.writeStorage('local', { settings: { freshMinutes: 120 } });
    await popup.bringToFront();
    await press(popup, 'Fresh token');
    const capture = await captured(({ id, replaced }) => id === before?.id && replaced, 'the new tokens');
    await copied(driver, popup, (text) => text === capture.tokens.access_token, 'the access token');
    expect(await freshCopied()).toMatchObject({ way: 'refreshed' });
  });

  test('"Fresh token" with neither session nor refresh token: a sign-in in front', async () => {
    const implicit = { ...demoProfile(demo), id: 'implicit' };
    await begin(driver, implicit);
    await popup.bringToFront();
    await press(popup, 'Sign in');
    await signInAtPool(driver, demo.origin, ada());
    const first = await captured(({ tokens }) => tokens.access_token, 'the tokens');
    await closeApp();
    await choose(/^Sign out/);
    await popup.getByRole('dialog').waitFor();
    await press(popup, 'Sign out');
    await closeApp();
    await press(popup, 'Fresh token');
    await signInAtPool(driver, demo.origin, ada());
    const second = await captured(({ id, error }) => id !== first.id && !error, 'the tokens of the sign-in');
    await closeApp();
    await copied(driver, popup, (text) => text === second.tokens.access_token, 'the access token');
    const asked = await freshCopied();
    expect(asked).toMatchObject({
      way: 'interactive',
      reason: expect.stringMatching(/login_required/),
    });
  });

  test('a token for the client itself', async () => {
    const { clientId, clientSecret = '' } = demo.clients.machine;
    const machine: Profile = {
      ...own,
      id: 'machine',
      clientId,
      clientAuth: 'client_secret_basic',
      responseType: '',
      scopes: ['shop/orders.read'],
    };
    secrets.add(clientSecret);
    await begin(driver, machine, { secret: clientSecret });
    await popup.bringToFront();
    await press(popup, 'Get token');
    const capture = await captured(({ tokens }) => tokens.access_token, 'the token');
    expect(capture).toMatchObject({ source: 'token_endpoint', profileId: 'machine' });
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    await popup.getByText('No user signed in: the token is the client’s own').waitFor();
  });

  test('no token or secret stands in a title or an address of ours, in the history, or on disk', async () => {
    expect(secrets.size).toBeGreaterThan(8);
    const places = [
      JSON.stringify(await driver.readStorage('local')),
      JSON.stringify((await driver.readStorage('session', 'fresh')).fresh ?? null),
      JSON.stringify((await captures(driver)).map(({ events }) => events)),
      await popup.url(),
      await popup.evaluate(() => document.title),
      // an answer in the fragment is in the history as the browser came by it
      ...(await historyOf(driver)).filter((url) => !url.startsWith(own.callback)),
    ];
    for (const secret of secrets) for (const place of places) expect(place).not.toContain(secret);
  });

  /** Waits until "Fresh token" has had its token copied. */
  function freshCopied(): Promise<Fresh> {
    const look = async () => {
      const fresh = await freshOf();
      return fresh?.step === 'copied' ? fresh : undefined;
    };
    return waitUntil(look, { what: 'the token to be copied' });
  }

  async function freshOf(): Promise<Fresh | undefined> {
    return (await driver.readStorage('session', 'fresh')).fresh as Fresh | undefined; // written by the worker
  }
});
