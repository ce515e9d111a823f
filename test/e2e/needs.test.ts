import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { captureWith, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { choice, deleteInEditor, fillOidc, openEditor, press, storedProfiles } from './support/editor.ts';
import { rulesOf } from './support/extension.ts';
import { type Grants, heldBy, noteGrants, takeAway } from './support/grants.ts';
import { type PageServer, servePages, untilAsked } from './support/page-server.ts';
import { answerAsApp, goOn, serveProvider } from './support/provider.ts';
import { asleep, intercepting, shippedAlike, wake } from './support/shipped.ts';
import { settled } from './support/visit.ts';

// The app is at localhost and the provider at 127.0.0.1: two hosts to the browser's permissions.
describe.each(shippedAlike)('%s, as shipped: a profile that needs more', (_, launch) => {
  let driver: Driver;
  let provider: PageServer;
  let app: PageServer;
  let callback: string;
  let demo: Awaited<ReturnType<typeof startDemo>>;

  beforeAll(async () => {
    provider = await serveProvider();
    app = await servePages(answerAsApp);
    callback = `http://localhost:${app.port}/callback`;
    demo = await startDemo({ callback });
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await provider?.close();
    await app?.close();
  });
  beforeEach(async () => {
    app.requests.length = 0;
    await driver.writeStorage('local', { profiles: [] });
    await settled(driver);
    await takeAway(driver, await heldBy(driver));
    await driver.writeStorage('session', { captures: [] });
    expect(await heldBy(driver)).toEqual(nothing);
  });

  const withToken = (token: string): Promise<Capture> =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === token && judgedAt, `a capture with ${token}`);
  const loginPage = (): Promise<TestPage> => driver.findPage((url) => url.startsWith(`${provider.origin}/authorize`));
  const holds = (grants: Grants) =>
    waitUntil(async () => JSON.stringify(await heldBy(driver)) === JSON.stringify(grants), {
      what: `nothing but ${JSON.stringify(grants)}`,
    }).catch(async () => expect(await heldBy(driver)).toEqual(grants));

  /**
   * Saves what stands in the editor and gives what the browser was asked for, one entry a question. `isNew`: something
   * that Chromium was not started with, which it puts into effect only then.
   */
  async function save(page: TestPage, isNew = true): Promise<Grants[]> {
    const granted = await noteGrants(page);
    await press(page, 'Save');
    const isAsleep = isNew && driver.kind === 'chromium';
    if (isAsleep) await page.getByText(asleep, { exact: true }).waitFor();
    else await page.getByText('Saved', { exact: true }).waitFor();
    const grants = await granted();
    await page.close();
    if (isAsleep) await wake(driver);
    return grants;
  }
  async function signIn(): Promise<void> {
    const [own] = await storedProfiles(driver);
    const page = await openEditor(driver, own?.id);
    await press(page, 'Save and sign in');
  }

  describe('asks in one go when it is saved, then does it', () => {
    test('form_post ticks “Watch requests too”, and the form is captured', async () => {
      const page = await openEditor(driver);
      const authorization = `${provider.origin}/authorize`;
      await fillOidc(page, { name: 'Posts', authorization, client: 'posting', callback });
      const watches = choice(page, 'Watch requests too');
      expect(await watches.isChecked()).toBe(false);
      await page.getByRole('combobox', { name: 'Response mode' }).selectOption('form_post');
      expect(await watches.isChecked()).toBe(true);
      await page
        .getByText('“Read your browsing history” and “Read and change your data on localhost”, in one question')
        .waitFor();
      expect(await save(page)).toEqual([
        { permissions: ['webNavigation', 'webRequest'], origins: ['http://localhost/*'] },
      ]);
      expect(await storedProfiles(driver)).toMatchObject([{ watchRequests: true, responseMode: 'form_post' }]);
      await signIn();
      await goOn(await loginPage());
      const capture = await withToken('of-posting');
      expect(capture).toMatchObject({ source: 'form_post', startedHere: true, callback, replays: [] });
      expect(capture).not.toHaveProperty('intercepted');
      expect(capture.verdicts).toContainEqual(expect.objectContaining({ check: 'state', result: 'pass' }));
      await untilAsked(app, 'POST /callback');
    });

    test('“End sign-ins inside Claimcheck”: the login ends on its capture, the app is not asked', async () => {
      const page = await openEditor(driver);
      await page.getByRole('textbox', { name: 'Profile name' }).fill('Inside');
      await page.getByRole('textbox', { name: 'Custom domain' }).fill(demo.origin);
      await page.getByRole('textbox', { name: 'App client id' }).fill(demo.clients.implicit.clientId);
      await page.getByRole('textbox', { name: 'Callback URL' }).fill(callback);
      await choice(page, 'End sign-ins inside Claimcheck').check();
      await page.getByText('in one question').waitFor();
      expect(await save(page)).toEqual([{ permissions: intercepting(driver), origins: ['http://localhost/*'] }]);
      await signIn();
      await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
      const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
      expect(capture).toMatchObject({ intercepted: true, startedHere: true, source: 'fragment' });
      const shown = await driver.findPage((url) => url === `${driver.origin}/page.html#captures/${capture.id}`);
      await shown.getByText('kept from the app').waitFor();
      expect(app.requests.filter((request) => request.includes('/callback'))).toEqual([]);
      await waitUntil(async () => (await rulesOf(driver)).length === 0, { what: 'the rule to go' });
    });

    test('an app’s own scheme: the 302 of the provider is captured', async () => {
      const page = await openEditor(driver);
      const authorization = `${provider.origin}/authorize`;
      await fillOidc(page, { name: 'App', authorization, client: 'native', callback: 'myapp://callback' });
      await page.getByText('“Read and change your data on 127.0.0.1”, in one question').waitFor();
      // the browser has been started with the permission since
      expect(await save(page, false)).toEqual([
        { permissions: ['webNavigation', 'webRequest'], origins: ['http://127.0.0.1/*'] },
      ]);
      await signIn();
      await goOn(await loginPage());
      expect(await withToken('of-native')).toMatchObject({
        source: 'fragment',
        startedHere: true,
        callback: 'myapp://callback',
        replays: [],
      });
    });
  });

  describe('gives back what nothing needs any more, and is still told of navigations', () => {
    const needy = (over: Partial<Profile> = {}): Profile =>
      profile({
        provider: 'oidc',
        issuer: 'https://issuer.example',
        endpoints: { authorization: `${provider.origin}/authorize` },
        callback,
        intercept: true,
        watchRequests: true,
        ...over,
      });
    /** Stores profiles and has the browser grant all that they need. */
    async function begin(profiles: Profile[], extra: string[] = []): Promise<void> {
      await driver.writeStorage('local', { profiles, activeProfile: profiles[0]?.id });
      await settled(driver);
      const permissions = [...intercepting(driver), ...extra].sort();
      const origins = ['http://localhost/*'];
      await driver.requestPermissions({ permissions, origins });
      expect(await heldBy(driver)).toEqual({ permissions, origins });
    }
    const onlyWatching = { permissions: ['webNavigation'], origins: [] };

    test('when the last such profile is deleted', async () => {
      await begin([needy()]);
      await deleteInEditor(driver, 'p1');
      await holds(onlyWatching);
    });

    test('when it is edited so that nothing needs it', async () => {
      await begin([needy()]);
      const page = await openEditor(driver, 'p1');
      await choice(page, 'End sign-ins inside Claimcheck').uncheck();
      await choice(page, 'Watch requests too').uncheck();
      await press(page, 'Save');
      await holds(onlyWatching);
      await page.close();
    });

    test('when another writer takes it out of storage', async () => {
      await begin([needy()]);
      await driver.writeStorage('local', { profiles: [] });
      await holds(onlyWatching);
    });

    test('but not while another profile needs it', async () => {
      const other = needy({ id: 'p2', name: 'other', callback: `http://localhost:${app.port}/other` });
      await begin([needy({ cleanUp: ['history'] }), other], ['history']);
      await deleteInEditor(driver, 'p1');
      await holds({ permissions: intercepting(driver), origins: ['http://localhost/*'] });
      await deleteInEditor(driver, 'p2');
      await holds(onlyWatching);
    });
  });
});

const nothing: Grants = { permissions: [], origins: [] };
