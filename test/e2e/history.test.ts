import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { capture, idClaims, profile, token } from '../support/records.ts';
import { browsersAlike } from './support/browsers.ts';
import { captures } from './support/login.ts';

const profiles = [profile(), profile({ id: 'p2', name: 'orders', callback: 'http://localhost:3000/orders' })];

/** So many that not all of them stand in the list. */
function many(): Capture[] {
  const now = Date.now();
  return Array.from({ length: 300 }, (_, place) =>
    capture({
      id: `c${place}`,
      capturedAt: now - place * 1000,
      judgedAt: now,
      profileId: place % 30 === 29 ? 'p2' : 'p1',
      tokens: { id_token: token(idClaims({ sub: `user-${place}`, room: `number${place}` })) },
    }),
  );
}

describe.each(browsersAlike)('the list of captures in %s', (_, launch) => {
  let driver: Driver;
  let page: TestPage;

  beforeAll(async () => {
    driver = await launch();
    await driver.writeStorage('local', { profiles, activeProfile: 'p1' });
    await driver.writeStorage('session', { captures: many() });
    page = await driver.openPage('page.html#captures');
    await page.bringToFront();
    await search().waitFor();
  });
  afterAll(() => driver?.close());

  const search = () => page.getByRole('searchbox', { name: 'Search captures' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { name });
  const links = () => page.evaluate(() => [...document.querySelectorAll('.captures a b')].map((b) => b.textContent));
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const linksAre = (wanted: string[]) =>
    waitUntil(async () => JSON.stringify(await links()) === JSON.stringify(wanted), { what: `the lines ${wanted}` });
  const focusIs = (wanted: string) => waitUntil(async () => (await focused()) === wanted, { what: `focus: ${wanted}` });

  test('is searched by a key, goes by arrows, and opens what was found', async () => {
    expect((await links()).length).toBeLessThan(100);
    await heading('user-0').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('number12');
    await page.getByText('11 of 300 captures match').waitFor();
    expect((await links())[0]).toBe('user-12');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('user-120');
    await page.keyboard.press('Enter');
    await heading('user-120').waitFor();
    expect(await focused()).toContain('user-120');
    expect(await search().inputValue()).toBe('number12');
  });

  test('keeps what is open while a search has nothing, and is whole again on Escape', async () => {
    await search().fill('number120 orders');
    await page.getByText('No capture has “number120 orders”.').waitFor();
    await heading('user-120').waitFor();
    await button('Clear the search').click();
    expect(await search().inputValue()).toBe('');
    await search().fill('number299');
    await linksAre(['user-299']);
    await page.keyboard.press('Escape');
    await waitUntil(async () => (await links()).includes('user-0'), { what: 'the whole list' });
    // it is far down, but open
    expect(await links()).toContain('user-120');
  });

  test('pins the one that is open, which is stored and said', async () => {
    const isPinned = async () => (await captures(driver)).find(({ id }) => id === 'c120')?.pinned === true;
    await button('Pin').click();
    await waitUntil(isPinned, { what: 'the pin to be stored' });
    await page.getByText('In memory only. Pinned: it stays until the browser closes.').waitFor();
    expect(await button('Pin').getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: /user-120.*pinned/ }).waitFor();
    expect(await captures(driver)).toHaveLength(300);
  });

  test('forgets one, then the next stands there', async () => {
    await button('Forget').click();
    await page.getByText('It is pinned.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await focusIs('user-121');
    await page.getByText('The capture was forgotten.').waitFor();
    expect(await captures(driver)).toHaveLength(299);
  });

  test('forgets all of a profile, and then all there is, once what goes is named', async () => {
    await button('Forget all captures of orders').click();
    await heading('Forget 10 captures?').waitFor();
    await button('Keep').click();
    await button('Forget all captures of orders').click();
    await page.getByText('10 tokens are still good').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await waitUntil(async () => (await captures(driver)).length === 289, { what: 'those of the profile to go' });
    expect((await captures(driver)).every(({ profileId }) => profileId === 'p1')).toBe(true);
    await heading('user-121').waitFor();

    await button('Forget all captures').click();
    await heading('Forget 289 captures?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await page.getByText('Nothing captured yet.').waitFor();
    await focusIs('Captures');
    expect(await captures(driver)).toEqual([]);
  });
});
