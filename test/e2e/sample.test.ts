import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/messages.ts';
import type { Capture } from '../../src/protocol/records.ts';
import { nobodyToAsk } from '../../src/protocol/sample.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { captureWith, copied } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsersAlike } from './support/browsers.ts';
import { ask, captures } from './support/login.ts';
import type { Watched } from './support/watched.ts';

const outOfUse = ['Call userInfo', 'Fresh token'];

/** As it is shipped, with nothing granted: beyond this machine there is no network either. */
describe.each(browsersAlike)('a sample in %s', (_, launch) => {
  let driver: Watched;
  let popup: TestPage;

  beforeAll(async () => {
    driver = await launch({ variant: '' });
    popup = await driver.openPage('popup.html');
  });
  afterAll(() => driver?.close());

  const button = (name: string, page = popup) => page.getByRole('button', { name, exact: true });
  const newest = async () => (await captures(driver))[0] as Capture;
  /** Presses a button that has one minted, and gives it once it is judged. */
  async function mint(name: string, page = popup): Promise<Capture> {
    const known = new Set((await captures(driver)).map(({ id }) => id));
    await button(name, page).click();
    return captureWith(driver, ({ id, judgedAt }) => !known.has(id) && judgedAt, 'the sample to be judged');
  }

  /** Waits until such an element has the focus: what was pressed is gone. */
  const focused = (page: TestPage, tag: string) =>
    waitUntil(async () => (await page.evaluate(() => document.activeElement?.tagName)) === tag, {
      what: `${tag} to have the focus`,
    });

  test('is a press away before there is a profile, passes its checks, and says what it is', async () => {
    await popup.getByRole('heading', { name: 'See what your login returns' }).waitFor();
    const { origin, verdicts, profileId } = await mint('Look at a sample');
    expect([origin, profileId]).toEqual(['sample', 'claimcheck:sample']);
    expect((await driver.readStorage('local', 'profiles')).profiles ?? []).toEqual([]);
    expect(verdicts.filter(({ result }) => result !== 'pass').map(({ check }) => check)).toEqual([
      'access_token_profile',
    ]);
    await popup.getByRole('link', { name: /^\d\d checks passed$/ }).waitFor();
    await popup.getByText('Sample: minted in this browser, no login', { exact: false }).waitFor();
    await button('Register a callback').waitFor();
    await focused(popup, 'H1');
  });

  test('has nobody to ask, and its buttons say so', async () => {
    for (const name of outOfUse) {
      expect(await button(name).getAttribute('aria-disabled'), name).toBe('true');
      expect(await button(name).getAttribute('title'), name).toBe(nobodyToAsk);
    }
    const { id: captureId } = await newest();
    const messages: Message[] = [
      { type: 'callUserinfo', captureId, anyway: true },
      { type: 'revoke', captureId, token: 'access_token' },
    ];
    for (const message of messages) expect(await ask(driver, message)).toEqual({ ok: false, reason: nobodyToAsk });
    expect((await ask(driver, { type: 'refresh', captureId, anyway: true })).ok).toBe(false);
  });

  test('is copied as any token is', async () => {
    const { tokens } = await newest();
    await button('Copy token').click();
    await copied(driver, popup, (text) => text === tokens.id_token, 'the ID token to be copied');
  });

  test('is checked again after the worker died, with the same result', async () => {
    const before = await newest();
    await driver.stopBackground();
    await button('Check again').click();
    const after = await captureWith(
      driver,
      ({ id, judgedAt = 0 }) => id === before.id && judgedAt > (before.judgedAt ?? 0),
      'the sample to be judged once more',
    );
    expect(after.verdicts).toEqual(before.verdicts);
  });

  test('comes anew at each press, and the page says the same story', async () => {
    const first = await newest();
    const second = await mint('Look at another sample');
    expect(second.tokens.id_token).not.toBe(first.tokens.id_token);
    await ask(driver, { type: 'forget', captureIds: [first.id, second.id] });
    const page = await driver.openPage('page.html');
    await page.getByRole('link', { name: 'Register a callback' }).waitFor();
    await mint('Look at a sample', page);
    await page.getByRole('heading', { name: 'sample.user' }).waitFor();
    await page.getByRole('heading', { name: 'This is a sample: nobody signed in' }).waitFor();
    await page.getByRole('link', { name: 'Register a callback' }).press('Enter');
    await page.getByRole('heading', { name: 'Register a callback' }).waitFor();
    await focused(page, 'MAIN');
    await page.close();
  });

  test('was asked of nobody', async () => {
    expect(await driver.calls()).toEqual([]);
  });
});
