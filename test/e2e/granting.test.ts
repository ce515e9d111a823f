import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { notedErrors, noteErrors } from './support/background-errors.ts';
import { press } from './support/editor.ts';
import { type Grants, takeAway } from './support/grants.ts';
import { type PageServer, servePages, untilAsked } from './support/page-server.ts';
import { answerAsApp, answerAt, goOn, serveProvider } from './support/provider.ts';
import { intercepting, shippedAlike, wake } from './support/shipped.ts';
import { settled, visit } from './support/visit.ts';

type Api = { permissions: { contains(of: object): Promise<boolean>; remove(of: object): Promise<boolean> } };

describe.each(shippedAlike)('the shipped build in %s', (_, launch) => {
  let driver: Driver;
  let callback: string;
  beforeAll(async () => {
    callback = `http://localhost:${await freePort()}/callback`;
    driver = await launch();
  });
  afterAll(() => driver?.close());

  const isHeld = (page: TestPage) =>
    page.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      return (browser ?? chrome)?.permissions.contains({ permissions: ['webNavigation'] });
    });
  async function comeBack(answer: string): Promise<void> {
    const page = await driver.newTab();
    await driver.visit(page, `${callback}#access_token=${answer}`, { mayFail: true });
  }

  test('asks when the first profile is saved, and captures from then on', async () => {
    const page = await driver.openPage('page.html#profiles/new');
    await page.bringToFront();
    expect(await isHeld(page)).toBe(false);
    await page.getByRole('textbox', { name: 'Profile name' }).fill('First');
    await page.getByRole('textbox', { name: 'Domain prefix' }).fill('my-app');
    await page.getByRole('textbox', { name: 'Region' }).fill('eu-west-1');
    await page.getByRole('textbox', { name: 'App client id' }).fill('1example23456789abcdefghij');
    await page.getByRole('textbox', { name: 'Callback URL' }).fill(callback);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await waitUntil(() => isHeld(page), { what: 'the permission' });
    await page.getByText('Saved').waitFor();
    expect((await driver.readStorage('local', 'profiles')).profiles).toMatchObject([
      { endpoints: { authorization: 'https://my-app.auth.eu-west-1.amazoncognito.com/oauth2/authorize' }, callback },
    ]);
    await comeBack('first');
    await captureWith(driver, ({ tokens }) => tokens.access_token === 'first', 'the capture');
    await page.close();
  });

  test('captures with the background asleep', async () => {
    await driver.stopBackground();
    if (driver.kind === 'firefox') await waitUntil(() => driver.isBackgroundRunning(), { what: 'the next start' });
    await driver.stopBackground();
    await comeBack('asleep');
    await captureWith(driver, ({ tokens }) => tokens.access_token === 'asleep', 'the capture');
  });

  test('says so when the permission is taken back', async () => {
    const popup = await driver.openPage('popup.html');
    await popup.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      return (browser ?? chrome)?.permissions.remove({ permissions: ['webNavigation'] });
    });
    await popup.getByText('Nothing is captured until the browser allows it').waitFor();
    expect(await popup.getByRole('button', { name: 'Allow', exact: true }).count()).toBe(1);
    await comeBack('unseen');
    const { captures } = await driver.readStorage('session', 'captures');
    expect(captures).toHaveLength(2);
  });
});

describe.each(shippedAlike)('%s, as shipped: taken away while it runs', (_, launch) => {
  let driver: Driver;
  let provider: PageServer;
  let app: PageServer;
  let own: Profile;

  beforeAll(async () => {
    provider = await serveProvider();
    app = await servePages(answerAsApp);
    own = profile({
      provider: 'oidc',
      endpoints: { authorization: `${provider.origin}/authorize` },
      callback: `http://localhost:${app.port}/callback`,
      responseMode: 'form_post',
      clientId: 'inside',
      watchRequests: true,
      intercept: true,
    });
    driver = await launch();
    await store(own);
    await driver.requestPermissions(all());
    await wake(driver);
    await noteErrors(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
    await app?.close();
  });

  async function store(stored: Profile): Promise<void> {
    await driver.writeStorage('local', { profiles: [stored], activeProfile: stored.id });
    await settled(driver);
  }
  const all = (): Grants => ({ permissions: intercepting(driver), origins: ['http://localhost/*'] });
  const withToken = (value: string): Promise<Capture> =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === value && judgedAt, `a capture with ${value}`);
  const tokens = async () => {
    const { captures = [] } = await driver.readStorage('session', 'captures');
    return (captures as Capture[]).map((capture) => capture.tokens.access_token);
  };
  /** A login that the app started ends at the callback. */
  const end = (client: string, mode?: string) => visit(driver, answerAt(provider, own.callback, client, mode));

  test.each([
    ['webRequest', { permissions: ['webRequest'] }],
    ['the callback’s host', { origins: ['http://localhost/*'] }],
  ])('%s: it is said what is not seen, the rest is captured, and one press brings it back', async (what, grant) => {
    const name = `${what.length}`;
    await end(`posted-${name}`, 'form_post');
    expect(await withToken(`of-posted-${name}`)).toMatchObject({ source: 'form_post' });
    const popup = await driver.openPage('popup.html');
    const page = await driver.openPage('page.html#captures');
    await takeAway(driver, grant);
    for (const face of [popup, page]) {
      await face.getByText('Answers that come as a form cannot be seen').waitFor();
      await face.getByText('The sign-in will end in the app').waitFor();
    }
    await end(`lost-${name}`, 'form_post');
    await end(`seen-${name}`);
    await withToken(`of-seen-${name}`);
    expect(await tokens()).not.toContain(`of-lost-${name}`);
    await page.bringToFront();
    expect(await page.getByRole('button', { name: 'Allow', exact: true }).count()).toBe(1);
    await press(page, 'Allow');
    for (const face of [popup, page]) {
      await waitUntil(async () => (await face.getByText('Answers that come as a form cannot be seen').count()) === 0, {
        what: 'the note to go',
      });
    }
    await end(`again-${name}`, 'form_post');
    expect(await withToken(`of-again-${name}`)).toMatchObject({ source: 'form_post' });
    await page.close();
    await popup.close();
    expect(await notedErrors(driver)).toEqual(['Error: a probe']);
  });

  test.each([
    ['webRequest', { permissions: ['webRequest'] }],
    ['the callback’s host', { origins: ['http://localhost/*'] }],
  ])('%s, in the middle of a login that was to end inside: it is watched, not lost', async (_what, grant) => {
    const { responseMode: _mode, ...inFragment } = own;
    await store(inFragment);
    await driver.requestPermissions(all());
    await driver.writeStorage('session', { captures: [], logins: [] });
    app.requests.length = 0;
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await press(popup, 'Sign in');
    const login = await driver.findPage((url) => url.startsWith(`${provider.origin}/authorize`));
    const { logins } = await driver.readStorage('session', 'logins');
    expect((logins as PendingLogin[]).map(({ intercept }) => intercept)).toEqual(['ready']);
    await takeAway(driver, grant);
    await popup.getByText('The sign-in will end in the app').waitFor();
    await goOn(login);
    const capture = await withToken('of-inside');
    expect(capture).toMatchObject({ startedHere: true, source: 'fragment', replays: [] });
    expect(capture).not.toHaveProperty('intercepted');
    await untilAsked(app, 'GET /callback');
    await login.close();
    await popup.close();
    expect(await notedErrors(driver)).toEqual(['Error: a probe']);
  });
});
