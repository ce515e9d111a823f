import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { codeProfile } from '../../tools/demo-profile.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsersAlike } from './support/browsers.ts';
import { choice, press } from './support/editor.ts';
import { allDone, ask, begin } from './support/login.ts';
import type { Watched } from './support/watched.ts';

const approved = { permissions: ['clipboardWrite', 'webNavigation'], origins: [] };

describe.each(browsersAlike)('what is stored, allowed and sent, in %s', (_, launch) => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let driver: Watched;
  let page: TestPage;

  beforeAll(async () => {
    demo = await startDemo({ callback: `http://localhost:${await freePort()}/callback` });
    driver = await launch({ variant: '', approved });
    await driver.requestPermissions({ permissions: ['webNavigation'] });
    await begin(driver, codeProfile(demo));
    page = await driver.openPage('page.html#settings');
    await page.getByRole('heading', { name: 'What it sent' }).waitFor();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
  });

  const cells = (table: string) =>
    page.evaluate(
      (table) =>
        [...document.querySelectorAll(`table.${table} tbody tr`)].map((row) =>
          [...row.children].map(({ textContent }) => textContent ?? ''),
        ),
      table,
    );
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const focusIs = (wanted: string) => waitUntil(async () => (await focused()) === wanted, { what: `focus: ${wanted}` });
  const held = async (what: string) => (await cells('held')).find(([name]) => name === what)?.[1];
  const counted = (hosts: string[]) =>
    Object.fromEntries(hosts.map((one) => [one, hosts.filter((other) => other === one).length]));

  test('names each request that left the browser, while it is open', async () => {
    expect(await cells('sent')).toEqual([]);
    const signedIn = await ask(driver, { type: 'signIn', profileId: 'demo-code' });
    expect(signedIn).toEqual({ ok: true });
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    const { id } = await captureWith(
      driver,
      ({ tokenAnswer, judgedAt }) => tokenAnswer && judgedAt,
      'the tokens',
      20_000,
    );
    await ask(driver, { type: 'callUserinfo', captureId: id });
    await ask(driver, { type: 'refresh', captureId: id });
    await allDone(driver);
    await page.bringToFront();
    const isWhole = async () => (await cells('sent')).length === driver.left().length;
    await waitUntil(isWhole, { what: 'as many lines as requests' }).catch(() => {});
    const sent = await cells('sent');
    const hosts = sent.map(([, host = '']) => host.replace('http://', ''));
    expect(counted(hosts)).toEqual(counted(driver.left().map(({ host }) => host)));
    const purposes = sent.map(([, , purpose]) => purpose);
    expect(new Set(purposes)).toEqual(
      new Set(['Refresh', 'userInfo', 'Exchange of a code', 'Signing keys', 'The issuer’s metadata']),
    );
    expect(purposes.slice(0, 2)).toEqual(['Refresh', 'userInfo']);
    expect(sent.every(([, , , answer]) => answer?.startsWith('200 OK'))).toBe(true);
  });

  test('counts what is stored, and forgets it', async () => {
    expect(await held('Captures')).toBe('1');
    expect(await held('Tokens')).toMatch(/access tokens, 1 refresh token$/);
    expect(await held('Requests, as listed below')).toBe(String(driver.left().length));
    await press(page, 'Forget everything');
    await page.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
    await waitUntil(async () => (await held('Captures')) === 'None', { what: 'nothing to be held' });
    await waitUntil(async () => (await cells('sent')).length === 0, { what: 'nothing to be listed' });
    for (const what of ['Tokens', 'userInfo answers', 'Requests, as listed below'])
      expect(await held(what)).toBe('None');
    expect(await held('Profiles')).toBe('1');
  });

  test('says what is granted, and gives it back in place', async () => {
    await choice(page, 'Let the keyboard shortcut for “Fresh token” copy without a popup').check();
    await press(page, 'Give back clipboardWrite');
    const isGone = async () => (await page.getByRole('button', { name: 'Give back clipboardWrite' }).count()) === 0;
    await waitUntil(isGone, { what: 'clipboardWrite to be given back' });
    await press(page, 'Give back webNavigation');
    await page.getByText('Given back: webNavigation.').waitFor();
    await focusIs('Allow webNavigation');
    await press(page, 'Allow webNavigation');
    await focusIs('Give back webNavigation');
  });
});
