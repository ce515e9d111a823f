import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Verdict } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { idClaims, profile, token } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsersAlike } from './support/browsers.ts';
import { callApi } from './support/extension.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { settled, startAnew, visit } from './support/visit.ts';

describe.each(browsersAlike)('%s: the side panel', (name, launch) => {
  let driver: Driver;
  let app: PageServer;
  let callback: string;

  beforeAll(async () => {
    app = await servePages((_request, response) => html(response, 'the app'));
    callback = `${app.origin}/callback`;
    driver = await launch();
    const { issuer: _issuer, ...own } = profile({ provider: 'oidc', callback });
    const endpoints = { authorization: `${app.origin}/authorize` };
    await driver.writeStorage('local', { profiles: [{ ...own, endpoints }], activeProfile: 'p1' });
    await settled(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.close();
  });

  /** A login of the user's own app ends. */
  const comeBack = (user: string) =>
    visit(driver, `${callback}#id_token=${token(idClaims({ preferred_username: user }))}&state=${user}`);
  const isOf =
    (user: string) =>
    ({ params, judgedAt }: Capture) =>
      judgedAt && params.some(([name, value]) => name === 'state' && value === user);
  const users = async () => {
    await settled(driver);
    const { captures = [] } = await driver.readStorage('session', 'captures');
    // written by the extension under test
    return (captures as Capture[]).map(({ params }) => params.find(([name]) => name === 'state')?.[1]);
  };
  const capturedOf = async (user: string) => {
    await comeBack(user);
    await captureWith(driver, isOf(user), `the capture of ${user}`);
  };

  test('is opened from the popup, in this window', async () => {
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Open in the side panel' }).click();
    const isOpen = async () => {
      if (driver.kind === 'firefox') return callApi<boolean>(driver, 'sidebarAction.isOpen', {});
      return (await callApi<object[]>(driver, 'runtime.getContexts', { contextTypes: ['SIDE_PANEL'] })).length === 1;
    };
    await waitUntil(isOpen, { what: 'the side panel' });
    if (driver.kind === 'firefox') return;
    await (await driver.pages()).find(({ url }) => String(url()).endsWith('/popup.html'))?.close();
  });

  test('pauses: nothing is watched until that is taken back, whatever the worker does in between', async () => {
    const panel = await driver.openPage('panel.html');
    await panel.getByText('Watching', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Pause' }).click();
    await panel.getByText('Nothing is captured.').waitFor();
    const popup = await driver.openPage('popup.html');
    await popup.getByRole('heading', { name: 'Watching is paused' }).waitFor();
    await settled(driver);
    await comeBack('paused');
    expect(await users()).toEqual([]);
    await driver.stopBackground();
    await comeBack('paused-asleep');
    expect(await users()).toEqual([]);
    await driver.stopBackground();
    await popup.getByRole('button', { name: 'Watch again' }).click();
    await panel.getByText('Watching', { exact: true }).waitFor();
    await settled(driver);
    await capturedOf('resumed');
    expect(await users()).toEqual(['resumed']);
    await popup.close();
    await panel.close();
  });

  // the start of another Firefox costs more than all else here
  test.runIf(whole('proofs', true, name === 'Chromium'))(
    'is paused no longer once the browser was closed',
    async () => {
      await driver.writeStorage('session', { paused: true, captures: [] });
      await settled(driver);
      await comeBack('paused-before');
      expect(await users()).toEqual([]);
      await driver.restart();
      await settled(driver);
      await capturedOf('after-restart');
      expect(await users()).toEqual(['after-restart']);
      // what was kept of the pause is not what the next life of an event page begins with
      await startAnew(driver);
      await driver.stopBackground();
      await capturedOf('asleep');
      expect(await users()).toEqual(['asleep', 'after-restart']);
    },
  );

  test('is paused no longer once somebody signs in', async () => {
    await driver.writeStorage('session', { paused: true, captures: [] });
    const popup = await driver.openPage('popup.html');
    await popup.getByRole('heading', { name: 'Watching is paused' }).waitFor();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await driver.findPage((url) => url.startsWith(`${app.origin}/authorize`));
    expect(await driver.readStorage('session', 'paused')).toEqual({ paused: false });
    await capturedOf('after-sign-in');
    await popup.close();
  });

  test('shows the capture that is chosen, and goes on showing it', async () => {
    await driver.writeStorage('session', { captures: [] });
    await capturedOf('first');
    await capturedOf('second');
    const panel = await driver.openPage('panel.html');
    const link = (name: string) => panel.getByRole('link', { name: new RegExp(`^${name}`) });
    await link('second').press('ArrowDown');
    await panel.keyboard.press('Enter');
    await waitUntil(async () => (await link('first').getAttribute('aria-current')) === 'true', { what: 'the choice' });
    await capturedOf('third');
    await link('third').waitFor();
    expect(await link('first').getAttribute('aria-current')).toBe('true');
    await panel.getByRole('button', { name: 'Show it' }).click();
    await waitUntil(async () => (await link('third').getAttribute('aria-current')) === 'true', { what: 'the newest' });
    await panel.close();
  });

  test('follows what is stored, as popup and page do: focus and scroll stay where they were', async () => {
    await driver.writeStorage('session', { captures: [] });
    await capturedOf('reading');
    const pages: [name: string, page: TestPage, before: Spot][] = [];
    for (const name of ['popup.html', 'panel.html', 'page.html']) {
      const page = await driver.openPage(name);
      await page.getByRole('button', { name: 'Copy exp' }).waitFor();
      pages.push([name, page, await standInRow(page)]);
    }
    await capturedOf('newer');
    for (const [name, page, before] of pages) {
      await page.bringToFront();
      // the popup shows the newest at once; panel and page leave the person at what they read
      const isThere = async () => (await page.getByText('newer', { exact: true }).count()) > 0;
      if (name === 'popup.html') await waitUntil(isThere, { what: 'the newer capture in the popup' });
      else await page.getByText('A newer capture came').waitFor();
      expect(await whereIs(page), name).toSatisfy((now: Spot) => isSame(now, before));
    }
    const { captures } = await driver.readStorage('session', 'captures');
    // written by the extension under test
    const judged = (captures as Capture[]).map((one) => ({ ...one, verdicts: [...one.verdicts, failed] }));
    await driver.writeStorage('session', { captures: judged });
    for (const [name, page, before] of pages) {
      await page.bringToFront();
      await page.getByRole('link', { name: /1 check failed/ }).waitFor();
      await waitUntil(async () => isSame(await whereIs(page), before), { what: `the row of ${name} where it was` });
    }
    await driver.writeStorage('session', { captures: [] });
    for (const [, page] of pages) {
      await page.getByText('Nothing captured yet').waitFor();
      await page.close();
    }
  });
});

type Spot = { focused: string | null | undefined; top: number };

/** Puts the focus on the copy button of a claim that is scrolled to. */
async function standInRow(page: TestPage): Promise<Spot> {
  await page.evaluate(() => {
    scrollTo(0, 200);
    const row = document.querySelector<HTMLElement>('[aria-label="Copy exp"]');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  });
  return whereIs(page);
}

function whereIs(page: TestPage): Promise<Spot> {
  return page.evaluate(() => ({
    focused: document.activeElement?.getAttribute('aria-label'),
    top: Math.round(document.activeElement?.getBoundingClientRect().top ?? 0),
  }));
}

/** Lines may lie on fractions of a pixel. */
function isSame(one: Spot, other: Spot): boolean {
  return one.focused === other.focused && Math.abs(one.top - other.top) <= 1;
}

const failed: Verdict = {
  check: 'nonce',
  result: 'fail',
  token: 'id_token',
  from: 'front_channel',
  expected: 'a',
  actual: 'b',
};
