import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import type { Recording } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsersAlike } from './support/browsers.ts';
import { openEditor, press } from './support/editor.ts';
import { callApi } from './support/extension.ts';
import { heldBy } from './support/grants.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { asleep, shippedAlike, wake } from './support/shipped.ts';
import { settled, startAnew, visit } from './support/visit.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;
type Listening = Record<string, Record<string, { hasListeners(): boolean }> | undefined>;

/** What must not be kept anywhere: the values that were new for the login of the app. */
const state = 'state-of-the-app-1f9c';
const nonce = 'nonce-of-the-app-77ab';
const code = 'code-of-the-provider-c0de';

/** Whether the background listens to navigations or requests; Firefox tells only what it would be started by. */
function isListening(driver: Driver): Promise<boolean> {
  if (driver.kind === 'firefox') {
    return driver.evaluateInBackground(() =>
      ['callback', 'request', 'recording', 'recordingRequest'].some(
        (name) => !['[]', null].includes(localStorage.getItem(`${name}Filters`)),
      ),
    );
  }
  return driver.evaluateInBackground(() => {
    const { webNavigation, webRequest } = (globalThis as unknown as { chrome: Listening }).chrome;
    const ofPages = ['onBeforeNavigate', 'onCommitted', 'onErrorOccurred', 'onReferenceFragmentUpdated'];
    const ofRequests = ['onBeforeRequest', 'onBeforeRedirect'];
    const events = [...ofPages.map((name) => webNavigation?.[name]), ...ofRequests.map((name) => webRequest?.[name])];
    return events.some((event) => event?.hasListeners());
  });
}

describe.each(shippedAlike)('a login of the person’s own app is watched in %s, as shipped', (_, launch) => {
  let driver: Driver;
  let app: PageServer;
  /** A provider that redirects before any page shows, and answers with a form. */
  let other: PageServer;
  let demo: Demo;
  let page: TestPage;

  beforeAll(async () => {
    app = await servePages((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
      const to = { '/login': poolRequest(), '/other-login': otherRequest() }[pathname];
      if (to) response.writeHead(302, { location: to }).end();
      else html(response, 'the app');
    });
    other = await servePages((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      if (pathname === '/authorize') response.writeHead(302, { location: '/who' }).end();
      else if (searchParams.has('yes')) html(response, postsTo(`${app.origin}/posted`));
      else html(response, '<form><button name="yes">Go on</button></form>');
    });
    demo = await startDemo({ callback: `${app.origin}/callback` });
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await other?.close();
    await app?.close();
  });

  const once = {
    state,
    nonce,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  function poolRequest(): string {
    const own = { response_type: 'code', client_id: demo.clients.code.clientId, redirect_uri: demo.callback };
    return `${demo.endpoints.authorization}?${new URLSearchParams({ ...own, scope: 'openid email', ...once })}`;
  }
  function otherRequest(): string {
    const own = {
      response_type: 'code',
      response_mode: 'form_post',
      client_id: 'other-client',
      scope: 'openid orders',
    };
    return `${other.origin}/authorize?${new URLSearchParams({ ...own, redirect_uri: `${app.origin}/posted`, ...once })}`;
  }
  function postsTo(action: string): string {
    const fields = Object.entries({ code, state, iss: 'http://127.0.0.1/the-provider' });
    const inputs = fields.map(([name, value]) => `<input name="${name}" value="${value}">`).join('');
    return `<form method="post" action="${action}">${inputs}</form><script>document.forms[0].submit()</script>`;
  }

  const recording = async () => (await driver.readStorage('local', 'recording')).recording as Recording | undefined;
  const recorded = (isWanted: (one: Recording) => unknown, what: string) =>
    waitUntil(
      async () => {
        const stored = await recording();
        return stored && isWanted(stored) ? stored : undefined;
      },
      { what, timeout: 15_000 },
    );
  const fieldOf = (name: string) => page.getByRole('textbox', { name, exact: true }).inputValue();
  /** Ends the background as the browser does, with a login under way. */
  async function endBackground(): Promise<void> {
    await driver.stopBackground();
    // what is watched has changed in this life: Firefox follows it with another one at once
    if (driver.kind === 'firefox') await waitUntil(() => driver.isBackgroundRunning(), { what: 'the next start' });
  }
  /** Firefox starts the background for what it was listening for when it ended: no browser ends it before that is told. */
  async function untilRemembered(path: string): Promise<void> {
    if (driver.kind !== 'firefox') return;
    const filters = () => driver.evaluateInExtension(() => localStorage.getItem('recordingFilters') ?? '');
    await waitUntil(async () => (await filters()).includes(`"${path}"`), { what: 'the callback to be listened for' });
  }
  async function expectNothingLeft(): Promise<void> {
    await waitUntil(async () => (await heldBy(driver)).permissions.length === 0, {
      what: 'the permissions to be gone',
    });
    expect(await heldBy(driver)).toEqual({ permissions: [], origins: [] });
    expect(await isListening(driver)).toBe(false);
  }
  async function expectNoSecret(secrets: string[]): Promise<void> {
    const stored = JSON.stringify([await driver.readStorage('local', null), await driver.readStorage('session', null)]);
    expect(stored).toContain('recording');
    for (const secret of secrets) expect(stored).not.toContain(secret);
  }

  test('at a user pool, with its login page alone: the background ends twice meanwhile', async () => {
    page = await openEditor(driver);
    expect(await heldBy(driver)).toEqual({ permissions: [], origins: [] });
    await press(page, 'Watch a login');
    await recorded(() => true, 'the recording');
    expect((await heldBy(driver)).permissions).toEqual(['webNavigation']);
    await waitUntil(() => isListening(driver), { what: 'the login to be listened for' });
    await endBackground();
    const tab = await driver.newTab();
    await driver.visit(tab, `${app.origin}/login`, { mayFail: true });
    await recorded(({ signInUrl }) => signInUrl, 'the sign-in page');
    await page.bringToFront();
    await page.getByText('Finish the login').waitFor();
    await untilRemembered(new URL(demo.callback).pathname);
    await endBackground();
    await tab.bringToFront();
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    const ended = await recorded(({ endedAt }) => endedAt, 'the answer');
    expect(ended).toMatchObject({ callback: demo.callback, brought: ['code', 'state'], source: 'query', sites: [] });
    await expectNothingLeft();
    await page.bringToFront();
    await page.getByText('nothing was redeemed').waitFor();
  });

  test('nothing is redeemed, and nothing of the login’s own values is kept', async () => {
    const answer = app.requests.find((request) => request.includes('/callback?')) ?? '';
    const spent = new URL(answer.slice('GET '.length), app.origin).searchParams.get('code') ?? '';
    expect(spent).not.toBe('');
    await expectNoSecret([spent, state, nonce, once.code_challenge]);
    expect(demo.requests.filter(({ path }) => path.startsWith('/oauth2/token'))).toEqual([]);
    expect((await driver.readStorage('session', 'captures')).captures ?? []).toEqual([]);
  });

  test('a press on “Use it” fills the form, and the recording is forgotten', async () => {
    await press(page, 'Use it');
    await waitUntil(async () => (await recording()) === undefined, { what: 'the recording to be forgotten' });
    expect(await fieldOf('App client id')).toBe(demo.clients.code.clientId);
    expect(await fieldOf('Callback URL')).toBe(demo.callback);
    expect(await page.getByText('from the login').count()).toBeGreaterThan(2);
    expect(await driver.readStorage('local', 'profiles')).not.toMatchObject({ profiles: [expect.anything()] });
    await page.close();
  });

  test('at a provider that redirects at once and answers with a form: with its sites named', async () => {
    page = await openEditor(driver);
    await page.getByText('The provider is not Amazon Cognito').click();
    await page.getByRole('textbox', { name: 'Sites whose requests are watched too' }).fill(other.origin);
    await press(page, 'Watch a login');
    await recorded(({ sites }) => sites.includes('http://127.0.0.1/*'), 'the recording');
    expect(await heldBy(driver)).toEqual({
      permissions: ['webNavigation', 'webRequest'],
      origins: ['http://127.0.0.1/*'],
    });
    if (driver.kind === 'chromium') {
      await page.getByText(asleep).waitFor();
      await wake(driver);
    }
    const tab = await driver.newTab();
    await driver.visit(tab, `${app.origin}/other-login`, { mayFail: true });
    await recorded(({ signInUrl }) => signInUrl, 'the request');
    await tab.getByRole('button', { name: 'Go on' }).click();
    const ended = await recorded(({ endedAt }) => endedAt, 'the form');
    const asked = Object.fromEntries(new URL(ended.signInUrl ?? '').searchParams);
    expect(ended.signInUrl).toContain(`${other.origin}/authorize?`);
    expect(asked).toEqual({
      response_type: 'code',
      response_mode: 'form_post',
      client_id: 'other-client',
      redirect_uri: `${app.origin}/posted`,
      scope: 'openid orders',
    });
    expect(ended).toMatchObject({
      callback: `${app.origin}/posted`,
      // Chromium does not tell in which order the fields stood
      brought: expect.toSatisfy((names: string[]) => names.toSorted().join(' ') === 'code iss state'),
      source: 'form_post',
      issuer: 'http://127.0.0.1/the-provider',
    });
    await expectNothingLeft();
    await expectNoSecret([code, state, nonce]);
  });

  test('one that is cancelled leaves nothing behind', async () => {
    page = await openEditor(driver);
    await press(page, 'Forget it');
    await press(page, 'Watch a login');
    await recorded(({ endedAt }) => endedAt === undefined, 'the recording');
    await press(page, 'Cancel');
    await waitUntil(async () => (await recording()) === undefined, { what: 'the recording to be gone' });
    await expectNothingLeft();
  });
});

describe.each(browsersAlike)('with every permission held in %s', (_, launch) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch({ variant: '-granted' });
  });
  afterAll(() => driver?.close());

  const listens = (isWanted: boolean) =>
    waitUntil(async () => (await isListening(driver)) === isWanted, { what: `listening to be ${isWanted}` });

  test('there is a listener while a login is watched, and none before and after', async () => {
    await settled(driver);
    await listens(false);
    await callApi(driver, 'runtime.sendMessage', { type: 'record', sites: ['http://localhost/*'] });
    expect(await isListening(driver)).toBe(true);
    await callApi(driver, 'runtime.sendMessage', { type: 'endRecording' });
    expect(await isListening(driver)).toBe(false);
    expect(await driver.readStorage('local', 'recording')).toEqual({});
  });

  test('an ordinary page does not start the background meanwhile', async () => {
    await callApi(driver, 'runtime.sendMessage', { type: 'record', sites: ['http://localhost/*'] });
    await startAnew(driver);
    await driver.stopBackground();
    const pages = await servePages((_request, response) => html(response, 'another page'));
    await visit(driver, `${pages.origin.replace('127.0.0.1', 'localhost')}/elsewhere?redirect_uri=x#state=y`);
    expect(await driver.isBackgroundRunning()).toBe(false);
    await pages.close();
    await callApi(driver, 'runtime.sendMessage', { type: 'endRecording' });
  });
});
