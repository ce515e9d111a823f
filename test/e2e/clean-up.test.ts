import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { choice, fillOidc, openEditor, press } from './support/editor.ts';
import { historyOf } from './support/extension.ts';
import { heldBy, noteGrants } from './support/grants.ts';
import { type PageServer, servePages } from './support/page-server.ts';
import { answerAsApp, answerAt, goOn, serveProvider } from './support/provider.ts';
import { shippedAlike } from './support/shipped.ts';
import { settled } from './support/visit.ts';

describe.each(shippedAlike)('%s, as shipped: what the browser keeps of an answer', (_, launch) => {
  let driver: Driver;
  let provider: PageServer;
  let app: PageServer;
  let callback: string;

  beforeAll(async () => {
    provider = await serveProvider();
    app = await servePages(answerAsApp);
    callback = `http://localhost:${app.port}/callback`;
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
    await app?.close();
  });

  const judged = (token: string): Promise<Capture> =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === token && judgedAt, `a capture with ${token}`);
  const isLeft = (url: string) => url.includes('access_token');
  /** Ends a login that the app started, in a tab of its own. */
  async function comeBack(client: string, to = callback): Promise<TestPage> {
    const page = await driver.newTab();
    await driver.visit(page, answerAt(provider, to, client), { mayFail: true });
    await judged(`of-${client}`);
    return page;
  }
  async function store(over: Partial<Profile>): Promise<void> {
    const own = profile({ provider: 'oidc', endpoints: { authorization: `${provider.origin}/authorize` }, ...over });
    await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
    await settled(driver);
  }
  async function openCapture(token: string): Promise<TestPage> {
    const page = await driver.openPage(`page.html#captures/${(await judged(token)).id}`);
    await page.bringToFront();
    return page;
  }

  test('by hand: each is asked for on the press and taken out, and nothing else', async () => {
    await store({ callback });
    await driver.requestPermissions({ permissions: ['webNavigation'] });
    const other = await driver.newTab(`${app.origin}/other#access_token=of-another-app`);
    const tab = await comeBack('by-hand');
    expect((await driver.backList(tab)).filter(isLeft)).toHaveLength(1);
    const page = await openCapture('of-by-hand');
    const granted = await noteGrants(page);

    await press(page, 'Take out of the address');
    await page.getByText('Taken out of the address at').waitFor();
    expect(await granted()).toEqual([{ permissions: ['scripting'], origins: ['http://localhost/*'] }]);
    expect(await tab.url()).toBe(callback);
    const left = await driver.backList(tab);
    expect(left.filter(isLeft)).toEqual([]);
    expect(left).toContain(callback);
    expect(app.requests.filter((request) => request === 'GET /callback')).toHaveLength(1);

    await press(page, 'Delete from the history');
    await page.getByText('Deleted from the history at').waitFor();
    expect((await granted())[1]).toEqual({ permissions: ['history'], origins: [] });
    const visited = await historyOf(driver);
    expect(visited.filter(isLeft)).toEqual([`${app.origin}/other#access_token=of-another-app`]);
    expect((await judged('of-by-hand')).events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['address_cleaned', 'history_deleted']),
    );
    await page.close();
    await tab.close();
    await other.close();
  });

  test('by hand: another login’s answer stays in the history', async () => {
    await store({ callback });
    // what no profile needs is given back with each change of them
    await settled(driver);
    await driver.requestPermissions({ permissions: ['webNavigation', 'history'] });
    const first = await comeBack('first');
    const second = await comeBack('second');
    const answers = async () => (await historyOf(driver)).filter((url) => url.startsWith(callback) && isLeft(url));
    await waitUntil(async () => (await answers()).length === 2, { what: 'both in the history' });
    const page = await openCapture('of-first');
    await press(page, 'Delete from the history');
    await page.getByText('Deleted from the history at').waitFor();
    expect(await answers()).toEqual([expect.stringContaining('of-second')]);
    await page.close();
    await first.close();
    await second.close();
  });

  test('by hand, where nothing listens: it is said that neither could be done', async () => {
    const nowhere = `http://localhost:${await freePort()}/callback`;
    await store({ callback: nowhere });
    const tab = await comeBack('nowhere', nowhere);
    const page = await openCapture('of-nowhere');
    await press(page, 'Take out of the address');
    await page.getByText('The address could not be changed').waitFor();
    await press(page, 'Delete from the history');
    await page.getByText('No entry was found in the history').waitFor();
    expect((await historyOf(driver)).filter((url) => url.startsWith(nowhere))).toEqual([]);
    await page.close();
    await tab.close();
  });

  test('per profile: saved in the editor, done after each capture, while the page stays', async () => {
    await driver.writeStorage('local', { profiles: [] });
    await waitUntil(async () => (await heldBy(driver)).permissions.join() === 'webNavigation', {
      what: 'the rest to be given back',
    });
    const page = await openEditor(driver);
    const authorization = `${provider.origin}/authorize`;
    await fillOidc(page, { name: 'Cleans', authorization, client: 'cleaned', callback });
    await choice(page, 'Delete the callback from the history after each capture').check();
    await choice(page, 'Take the answer out of the tab’s address after each capture').check();
    const granted = await noteGrants(page);
    app.requests.length = 0;
    await press(page, 'Save and sign in');
    const tab = await driver.findPage((url) => url.startsWith(`${provider.origin}/authorize`));
    expect(await granted()).toEqual([{ permissions: ['history', 'scripting'], origins: ['http://localhost/*'] }]);
    const before = await historyOf(driver);
    await goOn(tab);
    await captureWith(
      driver,
      ({ tokens, events }) =>
        tokens.access_token === 'of-cleaned' &&
        ['address_cleaned', 'history_deleted'].every((kind) => events.some((event) => event.kind === kind)),
      'the capture that was cleaned up after',
    );
    expect(await tab.url()).toBe(callback);
    expect(await tab.evaluate(() => document.body.textContent)).toBe('the app');
    expect(app.requests.filter((request) => request === 'GET /callback')).toHaveLength(1);
    const back = await driver.backList(tab);
    expect(back.filter(isLeft)).toEqual([]);
    expect(back.some((url) => url.startsWith(`${provider.origin}/authorize`))).toBe(true);
    const visited = await historyOf(driver);
    expect(visited.filter((url) => url.includes('of-cleaned'))).toEqual([]);
    expect(visited).toEqual(expect.arrayContaining(before));
    await tab.close();
    await page.close();
  });

  test('by hand: an answer whose names are written with escapes is taken out as well', async () => {
    await store({ callback });
    const tab = await driver.newTab();
    await driver.visit(tab, `${callback}#access%5Ftoken=of-escaped&state=s`);
    const page = await openCapture('of-escaped');
    await press(page, 'Take out of the address');
    await page.getByText('Taken out of the address at').waitFor();
    expect(await tab.url()).toBe(callback);
    expect((await driver.backList(tab)).filter((url) => url.includes('of-escaped'))).toEqual([]);
    await page.close();
    await tab.close();
  });
});
