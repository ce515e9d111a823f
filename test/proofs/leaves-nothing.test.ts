import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CapturesFile } from '../../src/handover/export-file.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { captureWith, copied } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsers } from '../e2e/support/browsers.ts';
import { press } from '../e2e/support/editor.ts';
import { ask, begin, captureOf, captures, profileAt, signIn } from '../e2e/support/login.ts';
import { resultsOf } from '../e2e/support/verdicts.ts';
import { startAnew, visit } from '../e2e/support/visit.ts';
import type { Watched } from '../e2e/support/watched.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { profile, token } from '../support/records.ts';

const app = 'https://app.example/signed-in';

/** One login with the network there; then it is cut, and all that needs none goes on. */
describe.each(browsers)('with the network cut, in %s', (_, launch) => {
  let driver: Watched;
  let provider: Provider;
  let own: Profile;
  let login: Capture;
  let page: TestPage;

  beforeAll(async () => {
    provider = await serveOpenId();
    own = profileAt(provider);
    const elsewhere = profile({ id: 'p2', name: 'Elsewhere', callback: app, clientId: 'client-two' });
    driver = await launch({ variant: '-granted' });
    await begin(driver, own);
    await driver.writeStorage('local', { profiles: [own, elsewhere] });
    if (driver.kind === 'firefox') await startAnew(driver);
    login = await signIn(driver, provider, own);
    await ask(driver, { type: 'callUserinfo', captureId: login.id });
    login = await captureOf(driver, login.id);
    driver.cutNetwork();
    page = await driver.openPage('page.html#captures');
    await page.bringToFront();
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
  });

  const idToken = token({ sub: 'ada', aud: 'client-two', exp: 4_000_000_000, room: 'number-nine' });

  test('it is: what fetches says so plainly, and keeps what was there', async () => {
    expect(login.userinfo?.status).toBe(200);
    const { id: captureId } = login;
    const outcomes = [];
    for (const type of ['callUserinfo', 'refresh'] as const) outcomes.push(await ask(driver, { type, captureId }));
    outcomes.push(await ask(driver, { type: 'revoke', captureId, token: 'access_token' }));
    expect(outcomes.slice(1)).toEqual(Array(2).fill({ ok: false, reason: expect.stringContaining('No answer came') }));
    expect(await ask(driver, { type: 'discover', issuer: provider.issuer })).toMatchObject({ ok: false });
    const { tokens, userinfo, userinfoFailure } = await captureOf(driver, captureId);
    expect(userinfoFailure?.kind).toBe('unreachable');
    expect({ tokens, userinfo }).toEqual({ tokens: login.tokens, userinfo: login.userinfo });
    await page.getByRole('heading', { name: /could not be reached/ }).waitFor();
  });

  test('a login that ends at a host nobody reaches is captured, read, and checked as far as that goes', async () => {
    await visit(driver, `${app}#id_token=${idToken}&state=s`);
    const capture = await captureWith(driver, ({ profileId, judgedAt }) => profileId === 'p2' && judgedAt, 'the login');
    expect(resultsOf(capture.verdicts, ['signature'])).toEqual(['not_checked']);
    expect(resultsOf(capture.verdicts, ['aud', 'exp'])).toEqual(['pass', 'pass']);
    await page.goto(`${driver.origin}/page.html#captures/${capture.id}`);
    await page.getByText('number-nine', { exact: false }).waitFor();
    await page.bringToFront();
    await press(page, 'Copy token');
    await copied(driver, page, (text) => text === idToken, 'the ID token');
  });

  test('what is held is searched and compared', async () => {
    await page.getByRole('searchbox', { name: 'Search captures' }).fill('number-nine');
    await page.getByText('1 of 2 captures match', { exact: false }).waitFor();
    await page.goto(`${driver.origin}/page.html#compare`);
    await page.getByRole('button', { name: 'Copy as Markdown' }).waitFor();
  });

  test('it is exported, forgotten and taken in again', async () => {
    await page.goto(`${driver.origin}/page.html#captures/${login.id}`);
    await press(page, 'Export…');
    const json = { name: 'JSON…', exact: true };
    await page.getByRole('group', { name: 'This login, redacted' }).getByRole('menuitem', json).click();
    await page.getByRole('checkbox', { name: 'sub' }).waitFor();
    await press(page, 'Copy');
    const text = await copied(driver, page, (one) => one.includes('"claimcheck"'), 'the export');
    expect((JSON.parse(text) as CapturesFile).redacted).toBe(true);
    await press(page, 'Close');
    expect(await ask(driver, { type: 'forget', captureIds: [login.id] })).toEqual({ ok: true });
    await page.goto(`${driver.origin}/page.html#paste`);
    await page.getByRole('textbox', { name: 'Token, callback URL or token answer' }).fill(text);
    await press(page, 'Read it');
    await captureWith(driver, ({ origin, judgedAt }) => origin === 'imported' && judgedAt, 'the imported capture');
  });

  test('a token is pasted and a sample is looked at', async () => {
    for (const message of [{ type: 'paste', text: idToken, profileId: '' }, { type: 'sample' }] as const) {
      expect(await ask(driver, message), message.type).toMatchObject({ ok: true });
    }
    for (const origin of ['pasted', 'sample']) {
      await captureWith(driver, (one) => one.origin === origin && one.judgedAt, `what was ${origin}`);
    }
  });

  test('settings are kept, and everything is forgotten', async () => {
    await page.goto(`${driver.origin}/page.html#settings`);
    await page.getByRole('heading', { name: 'What it sent' }).waitFor();
    await page.getByRole('combobox', { name: 'Forget captures' }).selectOption('when the browser closes');
    const isKept = async () =>
      JSON.stringify(await driver.readStorage('local', 'settings')).includes('"graceMinutes":null');
    await waitUntil(isKept, { what: 'the setting to be kept' });
    await press(page, 'Forget everything');
    await page.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('Forgotten. Profiles and settings stay.').waitFor();
    expect(await captures(driver)).toEqual([]);
  });

  test('and when it is back, a login goes through', async () => {
    driver.cutNetwork(false);
    const again = await signIn(driver, provider, own);
    expect(again.tokenCalls).toMatchObject([{ status: 200 }]);
  });
});
