import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { copied } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { capture, idClaims, profile, token } from '../support/records.ts';
import { browsersAlike } from './support/browsers.ts';
import { type PageServer, servePages } from './support/page-server.ts';

describe.each(browsersAlike)('copy as, in %s', (_, launch) => {
  let driver: Driver;
  let api: PageServer;
  let popup: TestPage;
  const tokens = { id_token: token(idClaims()), access_token: token(idClaims({ token_use: 'access' })) };
  const called: unknown[] = [];

  beforeAll(async () => {
    api = await servePages((request, response) => {
      called.push([request.url, request.headers.authorization]);
      response.end('{}');
    });
    driver = await launch();
    const withApi = profile({ apiBaseUrl: `${api.origin}/orders?of=$x&n='1'` });
    await driver.writeStorage('local', { profiles: [withApi], activeProfile: 'p1' });
    const at = Date.now();
    await driver.writeStorage('session', { captures: [capture({ tokens, capturedAt: at, judgedAt: at })] });
    popup = await driver.openPage('popup.html');
  });
  afterAll(async () => {
    await driver?.close();
    await api?.close();
  });

  const item = (name: string) => popup.getByRole('menuitem', { name });
  const openMenu = async () => {
    await popup.getByRole('button', { name: 'Copy as…' }).click();
    await item('curl for userInfo').waitFor();
  };
  const stored = (member: string, value: unknown) =>
    waitUntil(
      async () => {
        const { settings } = (await driver.readStorage('local', 'settings')) as { settings?: Record<string, unknown> };
        return settings?.[member] === value;
      },
      { what: `${member} to be kept` },
    );

  test('the shell is chosen by keyboard, kept, and the menu stays', async () => {
    await openMenu();
    await popup.keyboard.press('w');
    await popup.keyboard.press('Enter');
    await stored('copyShell', 'powershell');
    await waitUntil(
      async () =>
        (await popup.getByRole('menuitemradio', { name: 'Windows PowerShell 5.1' }).getAttribute('aria-checked')) ===
        'true',
      { what: 'the mark' },
    );
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Windows PowerShell 5.1');
    await item('curl for my API').click();
    const line = await copied(driver, popup, (text) => text.startsWith('curl.exe '), 'the line for PowerShell');
    expect(line).toContain(`'Authorization: Bearer ${tokens.access_token}'`);
    await popup.getByText('curl for your API copied.').waitFor();
    await popup.getByText('With the access token.').waitFor();
  });

  test('a line that reads the environment holds no token, and runs after the line that sets it', async () => {
    await openMenu();
    await popup.getByRole('menuitemradio', { name: 'sh, bash, zsh' }).click();
    await stored('copyShell', 'posix');
    await popup.getByRole('menuitemcheckbox', { name: 'Commands read $ACCESS_TOKEN' }).click();
    await stored('copyFromEnv', true);
    await item('curl for my API').click();
    const line = await copied(driver, popup, (text) => text.startsWith('curl '), 'the curl line');
    expect(line).not.toContain(tokens.access_token);
    // no token lies on the clipboard that could be cleared
    expect(await popup.getByRole('button', { name: 'Clear now' }).count()).toBe(0);
    await popup.getByRole('tab', { name: /^Access token/ }).click();
    await openMenu();
    await item('Shell line').click();
    const assignment = await copied(driver, popup, (text) => text.startsWith('export '), 'the shell line');
    await popup.getByRole('button', { name: 'Clear now' }).waitFor();
    const shell = spawn('sh', ['-c', `${assignment}\n${line}`], { stdio: 'ignore' });
    expect(await once(shell, 'close')).toEqual([0, null]);
    expect(called).toEqual([['/orders?of=$x&n=%271%27', `Bearer ${tokens.access_token}`]]);
  });

  test('an ID token says what it is for, and warns when it is copied as a header', async () => {
    await popup.getByRole('tab', { name: /^ID token/ }).click();
    await popup.getByRole('button', { name: 'Copy token', exact: true }).click();
    await popup.getByText('For your app to read, not for APIs.').waitFor();
    await openMenu();
    await item('Authorization header').click();
    await popup.getByText('Copied: APIs usually want the access token').waitFor();
    await copied(driver, popup, (text) => text === `Authorization: Bearer ${tokens.id_token}`, 'the header');
  });
});
