import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { isAllPassed } from '../../src/protocol/checks.ts';
import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { demoProfile } from '../../tools/demo-profile.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { browsers, browsersAlike } from './support/browsers.ts';
import { callApi, historyOf, rulesOf } from './support/extension.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { resultsOf } from './support/verdicts.ts';
import { settled, startAnew } from './support/visit.ts';

describe.each(browsers)('%s: a login that ends inside the extension', (name, launch) => {
  let driver: Driver;
  let app: PageServer;
  let provider: PageServer;
  let demo: Awaited<ReturnType<typeof startDemo>>;

  beforeAll(async () => {
    app = await servePages((_request, response) => html(response, 'the app'));
    provider = await servePages(signInPage);
    demo = await startDemo({ callback: `${app.origin}/callback` });
    driver = await launch({ variant: '-granted' });
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await provider?.close();
    await app?.close();
  });
  beforeEach(async () => {
    app.requests.length = 0;
    await driver.writeStorage('session', { captures: [] });
  });

  /** A login page with one button, which sends the browser on to the callback in the way that the client's id names. */
  function signInPage(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
    const to = query.get('redirect_uri') ?? '';
    const way = query.get('client_id');
    const answer = new URLSearchParams({ access_token: `by-${way}`, state: query.get('state') ?? '' }).toString();
    const fields = [...new URLSearchParams(answer)].map(([name, value]) => `<input name="${name}" value="${value}">`);
    const forms: Record<string, string> = {
      redirect: `<form action="/sent"><input type="hidden" name="to" value="${to}#${answer.replaceAll('&', '&amp;')}">`,
      script: `<form onsubmit="event.preventDefault(); location.href = '${to}#${answer}'">`,
      form: `<form method="post" action="${to}">${fields.join('')}`,
      query: `<form action="/sent"><input type="hidden" name="to" value="${to}?${answer.replaceAll('&', '&amp;')}">`,
    };
    if (request.url?.startsWith('/sent')) response.writeHead(302, { location: query.get('to') ?? '' }).end();
    else html(response, `${forms[way ?? '']}<button>Go on</button></form>`);
  }

  const ours = (over: Partial<Profile> = {}): Profile =>
    profile({
      provider: 'oidc',
      endpoints: { authorization: `${provider.origin}/authorize` },
      callback: `${app.origin}/callback`,
      clientId: 'redirect',
      intercept: true,
      ...over,
    });
  /** What the app was asked for; a page of it that an earlier test has left may still ask for its icon. */
  const asked = () => app.requests.filter((request) => !request.includes('favicon'));
  const logins = async () => ((await driver.readStorage('session', 'logins')).logins ?? []) as PendingLogin[];
  const withToken = (token: string): Promise<Capture> =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === token && judgedAt, `a capture with ${token}`);
  const noRule = () => waitUntil(async () => (await rulesOf(driver)).length === 0, { what: 'no rule' });
  const isShown = (page: TestPage) =>
    waitUntil(async () => (await page.url()).startsWith(`${driver.origin}/page.html#captures/`), {
      what: 'the tab to go on to the capture',
    });

  /** Presses Sign in in the popup and gives the tab with the login page. */
  async function start(own: Profile): Promise<TestPage> {
    await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
    await settled(driver);
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    const page = await driver.findPage((url) => url.startsWith(new URL(own.endpoints.authorization).origin));
    await popup.close();
    await page.bringToFront();
    return page;
  }
  const isCleaned = (wanted: string) => (capture: Capture) =>
    capture.id === wanted && capture.events.some(({ kind }) => kind === 'history_deleted');
  /** What is still to be done holds the address of the answer. */
  const nothingToDo = () =>
    waitUntil(async () => ((await driver.readStorage('session', 'chores')).chores as object[]).length === 0, {
      what: 'nothing left to be done',
    });
  const goOn = (page: TestPage) => page.getByRole('button', { name: 'Go on' }).click();

  test('at the demo pool: the app is not asked, and no trace stays in address, back list or the list of the history', async () => {
    const own = { ...demoProfile(demo), intercept: true };
    const page = await start(own);
    expect((await logins())[0]).toMatchObject({ intercept: 'ready' });
    expect(await rulesOf(driver)).not.toEqual([]);
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    expect(capture).toMatchObject({ intercepted: true, startedHere: true, source: 'fragment', replays: [] });
    expect(isAllPassed(capture.verdicts)).toBe(true);
    await isShown(page);
    await page.getByText('kept from the app').waitFor();
    expect(asked()).toEqual([]);
    const seen = [...(await driver.backList(page)), ...(await historyOf(driver))];
    expect(seen.some((url) => url.startsWith(demo.origin))).toBe(true);
    expect(seen.filter((url) => url.includes('access_token') || url.startsWith(own.callback))).toEqual([]);
    await noRule();
    expect(await logins()).toEqual([]);
    if (name === 'Chromium') {
      await page.getByRole('button', { name: 'Delete from the history' }).click();
      await captureWith(driver, isCleaned(capture.id), 'the redirect to be deleted from the history');
    }
    await page.close();
  });

  test.each([
    ['redirect', {}, 'fragment'],
    ['script', {}, 'fragment'],
    ['query', {}, 'query'],
    ['form', { responseMode: 'form_post' }, 'form_post'],
  ] as const)('by a %s: no request reaches the app, no trace stays', async (way, over, source) => {
    const page = await start(ours({ clientId: way, ...over }));
    await goOn(page);
    expect(await withToken(`by-${way}`)).toMatchObject({ intercepted: true, startedHere: true, source, replays: [] });
    await isShown(page);
    expect(asked()).toEqual([]);
    // the provider of this test carries the answer in an address of its own
    const isTrace = (url: string) => url.startsWith(app.origin);
    expect([...(await driver.backList(page)), ...(await historyOf(driver))].filter(isTrace)).toEqual([]);
    await page.close();
    await noRule();
  });

  test.runIf(name === 'Chromium').each([
    ['stays in the file of the history, by its exact address', []],
    ['is deleted there too where the profile wants that', ['history']],
  ] as const)('the answer %s', async (_, cleanUp) => {
    const own = ours({ cleanUp: [...cleanUp] });
    const page = await start(own);
    const [login] = await logins();
    const address = `${own.callback}#access_token=by-redirect&state=${login?.state}`;
    const visits = () => callApi<object[]>(driver, 'history.getVisits', { url: address });
    await goOn(page);
    const { id } = await withToken('by-redirect');
    await isShown(page);
    if (cleanUp.length === 0) await waitUntil(async () => (await visits()).length > 0, { what: 'the visit' });
    else await captureWith(driver, isCleaned(id), 'the visit to be deleted');
    // by hand what was not deleted after the capture
    if (cleanUp.length === 0) {
      expect(await historyOf(driver)).not.toContain(address);
      await page.getByRole('button', { name: 'Delete from the history' }).click();
      await captureWith(driver, isCleaned(id), 'the visit to be deleted by hand');
    }
    expect(await visits()).toEqual([]);
    await nothingToDo();
    await page.close();
    await noRule();
  });

  test.runIf(name === 'Firefox')('the history holds nothing of the answer, and nothing is said of it', async () => {
    const own = ours({ cleanUp: ['history'] });
    const page = await start(own);
    const [login] = await logins();
    await goOn(page);
    await withToken('by-redirect');
    await isShown(page);
    await nothingToDo();
    const { events } = await withToken('by-redirect');
    expect(events.filter(({ kind }) => kind.startsWith('history_'))).toEqual([]);
    const url = `${own.callback}#access_token=by-redirect&state=${login?.state}`;
    expect(await callApi(driver, 'history.getVisits', { url })).toEqual([]);
    await page.close();
    await noRule();
  });

  test('where nothing listens the tab goes on to the capture all the same', async () => {
    const page = await start(ours({ callback: `http://localhost:${await freePort()}/callback` }));
    await goOn(page);
    expect(await withToken('by-redirect')).toMatchObject({ startedHere: true, intercepted: true });
    await isShown(page);
    await page.close();
  });

  test('an ordinary visit passes in the tab of the login, and so does an answer in another tab', async () => {
    const own = ours();
    const page = await start(own);
    await driver.visit(page, own.callback);
    expect(app.requests).toContain('GET /callback');
    const other = await driver.newTab();
    await driver.visit(other, `${own.callback}#access_token=of-another-tab`);
    expect(await withToken('of-another-tab')).not.toHaveProperty('intercepted');
    expect(await rulesOf(driver)).not.toEqual([]);
    await other.close();
    await page.close();
    await noRule();
  });

  test('an answer with another state is kept from the app too, flagged, and the login still waits', async () => {
    const own = ours();
    const page = await start(own);
    await page.evaluate((url) => location.assign(url), `${own.callback}#access_token=forged&state=forged`);
    const forged = await withToken('forged');
    expect(forged.intercepted).toBe(true);
    expect(forged.verdicts.find(({ check }) => check === 'state')?.result).toBe('fail');
    expect(asked()).toEqual([]);
    expect(await logins()).toHaveLength(1);
    await isShown(page);
    await page.close();
    await noRule();
    expect(await logins()).toEqual([]);
  });

  test('Cancel removes the rule', async () => {
    const page = await start(ours());
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByText('the answer ends here').waitFor();
    await popup.getByRole('button', { name: 'Cancel', exact: true }).click();
    await noRule();
    expect(await logins()).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('after ten minutes the rule goes', async () => {
    const page = await start(ours());
    const old = (await logins()).map((login) => ({ ...login, startedAt: login.startedAt - 600_000 }));
    await driver.writeStorage('session', { logins: old });
    await settled(driver);
    await noRule();
    await page.close();
  });

  test('the background killed while the login is under way: state survives, the app is not asked', async () => {
    await driver.writeStorage('local', { profiles: [ours()], activeProfile: 'p1' });
    await startAnew(driver);
    const page = await start(ours());
    await driver.stopBackground();
    await goOn(page);
    const capture = await withToken('by-redirect');
    expect(capture).toMatchObject({ intercepted: true, startedHere: true });
    expect(resultsOf(capture.verdicts, ['state'])).toEqual(['pass']);
    await isShown(page);
    expect(asked()).toEqual([]);
    await page.close();
  });
});

describe.each(browsersAlike)('%s: without the permissions', (_, launch) => {
  let driver: Driver;
  let app: PageServer;
  beforeAll(async () => {
    app = await servePages((_request, response) => html(response, 'the app'));
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await app?.close();
  });

  test('it is said before the login starts, and the answer is watched', async () => {
    const own = profile({
      provider: 'oidc',
      endpoints: { authorization: `${app.origin}/authorize` },
      callback: `${app.origin}/callback`,
      intercept: true,
    });
    await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
    await settled(driver);
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByText('The sign-in will end in the app').waitFor();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    const page = await driver.findPage((url) => url.startsWith(`${app.origin}/authorize`));
    const { logins } = await driver.readStorage('session', 'logins');
    const [login] = logins as PendingLogin[];
    expect(login?.intercept).toBe('refused');
    await driver.visit(page, `${own.callback}#access_token=watched&state=${login?.state}`);
    const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    expect(capture).toMatchObject({ startedHere: true });
    expect(capture).not.toHaveProperty('intercepted');
    expect(app.requests).toContain('GET /callback');
  });
});
