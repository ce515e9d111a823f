import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CapturesFile, exportFull } from '../../src/handover/export-file.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import { decodeToken, findClaim } from '../../src/protocol/token.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { browsersAlike } from './support/browsers.ts';
import { begin, captures, profileAt, signIn } from './support/login.ts';

// One login at a provider that signs for real, exported in each form and taken in again by a browser that knows nothing of it.
describe.each(browsersAlike)('exporting and importing in %s', (_, launch) => {
  let driver: Driver;
  let provider: Provider;
  let own: Profile;
  let login: Capture;
  let page: TestPage;
  let file: string;

  beforeAll(async () => {
    provider = await serveOpenId();
    driver = await launch({ variant: '-granted' });
    own = profileAt(provider);
    await begin(driver, own);
    login = await signIn(driver, provider, own);
    page = await driver.openPage('page.html');
    await page.bringToFront();
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const choose = (name: string) => page.getByRole('menuitem', { name, exact: true }).click();
  const verdictOf = ({ verdicts }: Capture, check: string) => verdicts.find((one) => one.check === check);

  /** What the page hands to the browser as a file. */
  async function saved(act: () => Promise<unknown>): Promise<string> {
    const download = (page as unknown as Page).waitForEvent('download'); // of Playwright, in Chromium
    await act();
    return readFile(await (await download).path(), 'utf8');
  }

  /** A browser that holds no capture, and the same client under another id. */
  async function forgotten(): Promise<void> {
    await driver.writeStorage('session', { captures: [] });
    await driver.writeStorage('local', { profiles: [{ ...own, id: 'another' }], activeProfile: 'another' });
  }

  async function opened(text: string): Promise<Capture> {
    await page.goto(`${driver.origin}/page.html#paste`);
    const input = (page as unknown as Page).locator('input[type=file]'); // of Playwright, in Chromium
    await input.setInputFiles({ name: 'login.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    return captureWith(driver, ({ origin, judgedAt }) => origin === 'imported' && judgedAt, 'the imported capture');
  }

  async function pasted(text: string): Promise<Capture> {
    await page.goto(`${driver.origin}/page.html#paste`);
    await page.getByRole('textbox', { name: 'Token, callback URL or token answer' }).fill(text);
    await press('Read it');
    // the same text once more is the same capture, and the page goes to it when it is answered
    await waitUntil(async () => (await page.url()).includes('#captures/'), { what: 'the page of what was read' });
    return captureWith(driver, ({ origin, judgedAt }) => origin === 'imported' && judgedAt, 'the imported capture');
  }

  test('a redacted export is copied: it holds no signature, no token and no code, and names what was removed', async () => {
    await press('Export…');
    await choose('JSON…');
    await page.getByRole('checkbox', { name: 'sub' }).waitFor();
    await press('Copy');
    await page.getByText('Copied', { exact: true }).waitFor();
    file = await driver.readClipboard(page);
    await press('Close');
    const { redacted, receipt, profiles }: CapturesFile = JSON.parse(file);
    expect(redacted).toBe(true);
    expect(receipt?.removed).toMatchObject({ code: 1, state: 1, nonce: 1 });
    expect(receipt?.masked.map(({ claim }) => claim)).toContain('sub');
    expect(profiles.map(({ clientId }) => clientId)).toEqual([own.clientId]);
    const { id_token: idToken = '', access_token: accessToken = '', refresh_token: refreshToken = '' } = login.tokens;
    const opaque = [accessToken, refreshToken].filter((token) => decodeToken(token).kind === 'opaque' && token !== '');
    const secrets = [
      idToken.split('.')[2] ?? '',
      ...opaque,
      ...login.params.flatMap(([name, value]) => (name === 'code' ? [value] : [])),
    ];
    expect(secrets.length).toBeGreaterThan(1);
    for (const secret of secrets) {
      for (let at = 0; at + 8 <= secret.length; at += 1) expect(file).not.toContain(secret.slice(at, at + 8));
    }
    expect(file).not.toContain(String(findClaim(idToken, 'sub')));
  });

  test('taken in again it is marked as imported, and what it lost is not checked', async () => {
    await forgotten();
    const imported = await pasted(file);
    expect(imported).toMatchObject({ profileId: 'another', startedHere: false });
    expect(verdictOf(imported, 'signature')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringContaining('its signature was cut'),
    });
    expect(imported.verdicts.filter(({ result, token }) => result === 'fail' && token === 'id_token')).toEqual([]);
    await page.getByText('imported from a file, the').waitFor();
    expect(await page.getByRole('button', { name: 'Copy token' }).getAttribute('aria-disabled')).toBe('true');
    await pasted(file);
    expect(await captures(driver)).toHaveLength(1);
  });

  test('everything is exported by a second act, and its signature is checked where it comes in', async () => {
    await driver.writeStorage('session', { captures: [login] });
    await driver.writeStorage('local', { profiles: [own] });
    await page.goto(`${driver.origin}/page.html#captures`);
    // until the imported one is no longer shown
    const isOff = () => page.getByRole('button', { name: 'Copy token' }).getAttribute('aria-disabled');
    await expect.poll(isOff, { timeout: 10_000 }).not.toBe('true');
    // Marionette says nothing of downloads
    let full = exportFull([login], [own], Date.now()).text;
    await press('Export…');
    await choose('Everything, tokens included…');
    await page.getByRole('dialog', { name: 'Export with everything in it?' }).waitFor();
    if (driver.kind === 'chromium') full = await saved(() => press('Export with tokens'));
    else await press('Keep it here');
    expect((JSON.parse(full) as CapturesFile).captures).toEqual([login]);
    await forgotten();
    const imported = await (driver.kind === 'chromium' ? opened(full) : pasted(full));
    expect(imported.tokens).toEqual(login.tokens);
    expect(verdictOf(imported, 'signature')?.result).toBe('pass');
    expect(verdictOf(imported, 'nonce')?.result).toBe('not_checked');
    expect(imported).not.toHaveProperty('request');
  });
});
