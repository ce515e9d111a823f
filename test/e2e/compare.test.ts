import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import type { Capture } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { captureWith, copied, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { browsersAlike } from './support/browsers.ts';
import { ask, begin } from './support/login.ts';
import { servePages } from './support/page-server.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;

describe.each(browsersAlike)('two logins side by side in %s', (_, launch) => {
  let app: Awaited<ReturnType<typeof servePages>>;
  let demo: Demo;
  let driver: Driver;
  let page: TestPage;
  const held: Capture[] = [];

  beforeAll(async () => {
    app = await servePages((_request, response) => response.end('the app'));
    demo = await startDemo({ callback: `${app.origin}/callback`, managedLogin: true });
    driver = await launch();
    const { issuer, endpoints, callback, clients } = demo;
    await begin(driver, profile({ issuer, endpoints, callback, clientId: clients.implicit.clientId }));
    for (const user of demo.users.slice(0, 2)) held.push(await login(user));
    page = await driver.openPage('page.html#compare');
    await page.bringToFront();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await app?.close();
  });

  /** A login of this user, whoever was signed in before. */
  async function login(user: Demo['users'][number]): Promise<Capture> {
    const known = new Set(held.map(({ id }) => id));
    const outcome = await ask(driver, { type: 'signIn', profileId: 'p1', as: 'other_user' });
    expect(outcome).toEqual({ ok: true });
    await signInAtPool(driver, demo.origin, user);
    return captureWith(driver, ({ id, judgedAt }) => !known.has(id) && judgedAt, 'the capture');
  }

  const cells = (name: string) =>
    page.evaluate((claim) => {
      const row = [...document.querySelectorAll('tr')].find((one) => one.querySelector('th')?.textContent === claim);
      return [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent ?? '');
    }, name);

  test('are the last two at first, with what differs and a warning that the users are two', async () => {
    await page.getByRole('heading', { name: 'Two users' }).waitFor();
    const [first, second] = demo.users;
    expect((await cells('cognito:username')).slice(0, 2)).toEqual([first?.username, second?.username]);
    await page.getByRole('tab', { name: /ID token \d+ differences/ }).waitFor();
  });

  test('stay the two as another login comes', async () => {
    await driver.writeStorage('session', { captures: [{ ...held[1], id: 'third' }, held[1], held[0]] });
    const options = () =>
      page.evaluate(() => document.querySelector('.pick select')?.querySelectorAll('option').length);
    await waitUntil(async () => (await options()) === 3, { what: 'the third' });
    expect((await cells('cognito:username'))[0]).toBe(demo.users[0]?.username);
  });

  test('change places, in the address too', async () => {
    const [first, second] = demo.users;
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await waitUntil(async () => (await cells('cognito:username'))[0] === second?.username, { what: 'the swap' });
    expect((await cells('cognito:username'))[1]).toBe(first?.username);
    expect(await page.url()).toContain(`#compare/${held[1]?.id}/${held[0]?.id}`);
  });

  test('are copied as Markdown, without a token', async () => {
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    const text = await copied(driver, page, (one) => one.startsWith('### Two logins compared'), 'the Markdown');
    expect(text).toContain(
      `| \`cognito:username\` | \`${demo.users[1]?.username}\` | \`${demo.users[0]?.username}\` | changed |`,
    );
    for (const { tokens, request } of held) {
      const secrets = [...Object.values(tokens).flatMap((token) => token.split('.')), request?.nonce ?? 'no nonce'];
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  test('show the same too when they are asked to, and one that is forgotten is said to be gone', async () => {
    expect(await cells('iss')).toEqual([]);
    await page.getByRole('checkbox', { name: 'Only what differs' }).uncheck();
    await waitUntil(async () => (await cells('iss'))[2] === 'The same', { what: 'the issuer' });
    await driver.writeStorage('session', { captures: [held[1], { ...held[0], id: 'another' }] });
    await page.getByRole('heading', { name: 'B is not held any more' }).waitFor();
    await page.getByRole('combobox', { name: 'Capture B' }).selectOption('another');
    await page.getByRole('heading', { name: 'Two users' }).waitFor();
  });
});
