import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../tools/browsers/chromium.mjs';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { launchFirefox } from '../../tools/browsers/firefox.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile, token } from '../support/records.ts';
import { browsers } from './support/browsers.ts';
import { type PageServer, servePages } from './support/page-server.ts';

const permissions = ['webNavigation'];

/** The shipped builds, in browsers that answer the permission question with yes and show none. */
const shipped: [name: string, launch: () => Promise<unknown>][] = [
  ['Chromium', () => launchChromium({ dist: 'dist/chromium', approved: { permissions } })],
  ['Firefox', () => launchFirefox({ dist: 'dist/firefox' })],
];

type Api = { permissions: { contains(of: object): Promise<boolean>; remove(of: object): Promise<boolean> } };

describe.each(shipped)('the shipped build in %s', (_, launch) => {
  let driver: Driver;
  let callback: string;
  beforeAll(async () => {
    callback = `http://localhost:${await freePort()}/callback`;
    driver = (await launch()) as Driver; // the surface that both drivers share
  });
  afterAll(() => driver?.close());

  const isHeld = (page: TestPage) =>
    page.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      return (browser ?? chrome)?.permissions.contains({ permissions: ['webNavigation'] });
    });
  async function visit(answer: string): Promise<void> {
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
    await visit('first');
    await captureWith(driver, ({ tokens }) => tokens.access_token === 'first', 'the capture');
    await page.close();
  });

  test('captures with the background asleep', async () => {
    await driver.stopBackground();
    if (driver.kind === 'firefox') await waitUntil(() => driver.isBackgroundRunning(), { what: 'the next start' });
    await driver.stopBackground();
    await visit('asleep');
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
    await visit('unseen');
    const { captures } = await driver.readStorage('session', 'captures');
    expect(captures).toHaveLength(2);
  });
});

describe.each(browsers)('with access to the provider’s host in %s', (_, launch) => {
  let driver: Driver;
  let server: PageServer;
  beforeAll(async () => {
    const challenge = 'error="invalid_token", error_description="Access token does not contain openid scope"';
    // no CORS at all: only the access to the host makes the answer readable
    server = await servePages((_request, response) => response.writeHead(401, { 'www-authenticate': challenge }).end());
    driver = await launch({ variant: '-granted' });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test('the reason of a refusal is read from its header', async () => {
    const callback = `${server.origin}/callback`;
    const endpoints = { authorization: `${server.origin}/authorize`, userinfo: `${server.origin}/userInfo` };
    await driver.writeStorage('local', { profiles: [profile({ endpoints, callback })], activeProfile: 'p1' });
    const page = await driver.newTab();
    await driver.visit(page, `${callback}#access_token=${token({ sub: 'ada' })}`, { mayFail: true });
    await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
    const { userinfo } = await captureWith(driver, (capture) => capture.userinfo, 'the refusal');
    expect(userinfo?.wwwAuthenticate).toContain('openid scope');
    await popup.getByText('it lacks the scope openid').waitFor();
  });
});
