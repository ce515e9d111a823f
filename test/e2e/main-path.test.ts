import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { isAllPassed, severityOf } from '../../src/protocol/checks.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith, copied, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsers } from './support/browsers.ts';
import { resultsOf } from './support/verdicts.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;

describe.each(browsers)('the article’s journey in %s', (_, launch) => {
  let demo: Demo;
  let driver: Driver;
  let popup: TestPage;

  beforeAll(async () => {
    demo = await startDemo({ callback: `http://localhost:${await freePort()}/callback` });
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
  });

  test('a pasted sign-in URL fills the form, and the profile is saved', async () => {
    const page = await driver.openPage('page.html#profiles/new');
    const pasted = `${demo.endpoints.authorization}?client_id=${demo.clients.implicit.clientId}&response_type=token&scope=openid+email&redirect_uri=${encodeURIComponent(demo.callback)}`;
    await page.getByRole('textbox', { name: /^Paste/ }).fill(pasted);
    await page.getByRole('textbox', { name: 'Profile name' }).fill('Journey');
    await page.getByRole('textbox', { name: 'User pool id' }).fill(demo.poolId);
    await page.getByRole('textbox', { name: 'Issuer', exact: true }).fill(demo.issuer);
    expect(await page.getByRole('textbox', { name: 'Callback URL' }).inputValue()).toBe(demo.callback);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const [saved] = await waitUntil(
      async () => (await driver.readStorage('local', 'profiles')).profiles as Profile[] | undefined,
      { what: 'the profile' },
    );
    expect(saved).toMatchObject({
      name: 'Journey',
      provider: 'cognito',
      issuer: demo.issuer,
      endpoints: demo.endpoints,
      clientId: demo.clients.implicit.clientId,
      callback: demo.callback,
      responseType: 'token',
      scopes: ['openid', 'email'],
      cognito: { domain: demo.origin, userPoolId: demo.poolId },
    });
    await page.close();
  });

  test('signing in by hand ends where nothing listens, and the tokens are captured', async () => {
    popup = await driver.openPage('popup.html');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    expect(capture).toMatchObject({
      startedHere: true,
      source: 'fragment',
      callback: demo.callback,
      tokenType: 'Bearer',
      replays: [],
    });
    expect(capture.params.map(([name]) => name)).toEqual([
      'id_token',
      'access_token',
      'expires_in',
      'token_type',
      'state',
    ]);
    // a provider on this machine has no https, which is all that is to be said of it
    const failed = capture.verdicts.filter(({ result }) => result === 'fail');
    expect(failed.filter((verdict) => severityOf(verdict) !== 'info').map(({ check }) => check)).toEqual([
      'claim_types',
      'discovery_endpoints',
    ]);
    expect(isAllPassed(capture.verdicts)).toBe(true);
    for (const check of ['state', 'nonce', 'signature', 'kid', 'key', 'iss', 'aud', 'exp', 'at_hash', 'token_use'])
      expect(resultsOf(capture.verdicts, [check]), check).toContain('pass');
    expect((await driver.readStorage('session', 'logins')).logins).toEqual([]);
  });

  test('both tokens are explained', async () => {
    await popup.bringToFront();
    const row = (claim: string) =>
      popup.evaluate((name) => {
        const rows = [...document.querySelectorAll('tr')];
        return rows.find((one) => one.querySelector('th')?.textContent === name)?.textContent ?? '';
      }, claim);
    await popup.getByText('Groups of the pool the user is in.').waitFor();
    expect(await row('sub')).toMatch(/permanent id in this pool/);
    expect(await row('cognito:groups')).toMatch(/admins.*billing.*beta-testers/);
    await popup.getByRole('tab', { name: /Access token/ }).click();
    await popup.getByText('What an API may let the bearer do.').waitFor();
    expect(await row('client_id')).toContain(demo.clients.implicit.clientId);
    expect(await row('scope')).toMatch(/openid.*email/);
  });

  test('userInfo answers through the worker', async () => {
    expect(await popup.getByRole('button', { name: 'Call userInfo', exact: true }).count()).toBe(1);
    await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
    const { userinfo } = await captureWith(driver, (capture) => capture.userinfo, 'userInfo');
    expect(userinfo?.status).toBe(200);
    expect(JSON.parse(userinfo?.body ?? '')).toMatchObject({ username: 'ada.okafor', email_verified: 'true' });
    await popup.getByText('Only here').waitFor();
    expect(await popup.getByRole('button', { name: 'Call userInfo', exact: true }).count()).toBe(1);
    expect(await popup.getByRole('button', { name: 'Sign in', exact: true }).count()).toBe(1);
  });

  test('the curl line that is copied runs', async () => {
    await popup.getByRole('button', { name: 'Copy as…' }).click();
    await popup.getByRole('menuitem', { name: 'curl for userInfo' }).click();
    const command = await copied(driver, popup, (text) => text.startsWith('curl '), 'the curl line');
    const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    shell.stdout.on('data', (chunk) => (output += chunk));
    const [code] = await once(shell, 'close');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ username: 'ada.okafor' });
  });

  test('the token is copied to the letter', async () => {
    await popup.getByRole('tab', { name: /ID token/ }).click();
    await popup.getByRole('button', { name: 'Copy token', exact: true }).click();
    const capture = await captureWith(driver, () => true, 'the capture');
    await copied(driver, popup, (text) => text === capture.tokens.id_token, 'the ID token');
  });

  test('a login that was not started here is captured and marked', async () => {
    const before = await captureWith(driver, () => true, 'the first capture');
    const page = await driver.newTab();
    const url = new URL(demo.endpoints.authorization);
    url.search = String(
      new URLSearchParams({
        client_id: demo.clients.implicit.clientId,
        response_type: 'token',
        redirect_uri: demo.callback,
        state: 'theirs',
      }),
    );
    await driver.visit(page, url.href, { mayFail: true });
    const capture = await captureWith(driver, ({ id, judgedAt }) => id !== before.id && judgedAt, 'the second capture');
    expect(capture.startedHere).toBe(false);
    expect(capture.verdicts.filter(({ check }) => check === 'state')).toMatchObject([
      { result: 'not_checked', reason: expect.stringMatching(/not started here/) },
    ]);
    await popup.bringToFront();
    await popup.getByText('from a login that was not started here').waitFor();
  });

  test('no token stands in a title or an address of ours, and none on disk', async () => {
    const { captures } = await driver.readStorage('session', 'captures');
    const tokens = (captures as { tokens: Record<string, string> }[]).flatMap(({ tokens: held }) =>
      Object.values(held),
    );
    expect(tokens.length).toBeGreaterThan(0);
    const local = JSON.stringify(await driver.readStorage('local'));
    const shown = `${await popup.url()} ${await popup.evaluate(() => document.title)}`;
    for (const token of tokens) {
      expect(local).not.toContain(token);
      expect(shown).not.toContain(token);
    }
  });
});
