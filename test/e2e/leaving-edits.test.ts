import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { browsersAlike } from './support/browsers.ts';

describe.each(browsersAlike)('the profile editor in %s', (_, launch) => {
  let driver: Driver;
  let page: TestPage;

  beforeAll(async () => {
    driver = await launch();
  });
  afterAll(() => driver?.close());
  beforeEach(async () => {
    await page?.close();
    const profiles = [profile({ id: 'one', name: 'One' }), profile({ id: 'two', name: 'Two' })];
    await driver.writeStorage('local', { profiles, activeProfile: 'one' });
    page = await driver.openPage('page.html#profiles/one');
    await isAt('One');
  });

  const isAt = async (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
  const hash = async () => new URL(await page.url()).hash;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const typed = () => page.getByRole('textbox', { name: 'App client id' }).inputValue();
  const edit = () => page.getByRole('textbox', { name: 'App client id' }).fill('edited');

  async function choose(from: string, to: string): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`^Profile\\s*${from}`) }).click();
    await page.getByRole('menuitemradio', { name: to }).click();
  }

  test('choosing another profile goes to it', async () => {
    await choose('One', 'Two');
    await isAt('Two');
    expect(await hash()).toBe('#profiles/two');
    expect((await driver.readStorage('local', 'activeProfile')).activeProfile).toBe('two');
    expect(await button('Sign in').count()).toBe(1);
  });

  test('choosing another profile asks about edits; keeping them brings the first one back', async () => {
    await edit();
    await choose('One', 'Two');
    await button('Keep editing').click();
    expect(await hash()).toBe('#profiles/one');
    expect(await typed()).toBe('edited');
    await waitUntil(async () => (await driver.readStorage('local', 'activeProfile')).activeProfile === 'one', {
      what: 'the first profile in front',
    });
    await choose('One', 'Two');
    await button('Discard changes').click();
    await isAt('Two');
    expect(await typed()).not.toBe('edited');
  });

  test('going to the captures asks about edits', async () => {
    await edit();
    await page.getByRole('link', { name: 'Captures', exact: true }).click();
    await button('Keep editing').click();
    expect(await hash()).toBe('#profiles/one');
    expect(await typed()).toBe('edited');
    await page.getByRole('link', { name: 'Captures', exact: true }).click();
    await button('Discard changes').click();
    await isAt('Captures');
    expect(await hash()).toBe('#captures');
    expect(await button('Sign in').count()).toBe(1);
  });

  test('without edits nothing is asked', async () => {
    await page.getByRole('link', { name: 'Captures', exact: true }).click();
    await isAt('Captures');
    await page.getByRole('link', { name: 'Profiles', exact: true }).click();
    await isAt('One');
    await page.getByRole('link', { name: 'Captures', exact: true }).click();
    await isAt('Captures');
  });
});
