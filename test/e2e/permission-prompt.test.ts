import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { answerPrompt } from '../../tools/answer-prompt.mjs';
import { launchChromium } from '../../tools/browsers/chromium.mjs';
import type { Driver } from '../../tools/browsers/driver.ts';
import { demoProfile } from '../../tools/demo-profile.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith, signInAtPool } from '../../tools/journey.mjs';
import { startXvfb } from '../../tools/xvfb.mjs';
import { fillOidc, storedProfiles } from './support/editor.ts';
import { heldBy } from './support/grants.ts';
import { chromiumArgs } from './support/loopback-only.ts';
import type { RecordingProxy } from './support/recording-proxy.ts';
import { asleep } from './support/shipped.ts';
import { watched } from './support/watched.ts';

type Display = Awaited<ReturnType<typeof startXvfb>>;
type Demo = Awaited<ReturnType<typeof startDemo>>;
type Chromium = Awaited<ReturnType<typeof launchChromium>>;

/** In a window, with what it calls watched. */
const launchShown = ({ display }: Display, proxy: RecordingProxy) =>
  launchChromium({ dist: 'dist/chromium', headless: false, env: { DISPLAY: display }, args: chromiumArgs(proxy) });

// The shipped build, where the browser really asks: a window on a display in memory, answered with the keyboard.
describe.each(['allow', 'deny'] as const)('Chromium’s own question, answered with %s', (answer) => {
  let display: Display;
  let demo: Demo;
  let browser: Chromium;
  let driver: Driver;

  beforeAll(async () => {
    display = await startXvfb();
    demo = await startDemo({ callback: `http://localhost:${await freePort()}/callback` });
    driver = await watched(async (proxy) => {
      browser = await launchShown(display, proxy);
      return browser as unknown as Driver; // the surface that both drivers share
    });
    await driver.writeStorage('local', { profiles: [demoProfile(demo)], activeProfile: 'demo' });
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await display?.stop();
  });

  test('the page says why, asks on a press, and goes on accordingly', async () => {
    const page = await browser.openPage('page.html#profiles/demo');
    const allow = page.getByRole('button', { name: 'Allow', exact: true });
    await page.getByText('Read your browsing history').first().waitFor();
    await page.bringToFront();
    await answerPrompt({ display: display.display, page, ask: () => allow.click(), answer });
    const isHeld = () =>
      page.evaluate(() =>
        (
          globalThis as unknown as { chrome: { permissions: { contains(of: object): Promise<boolean> } } }
        ).chrome.permissions.contains({ permissions: ['webNavigation'] }),
      );
    expect(await isHeld()).toBe(answer === 'allow');
    if (answer === 'deny') {
      await page.getByText('Nothing is captured until the browser allows it').waitFor();
      expect(await allow.count()).toBe(1);
      return;
    }
    await allow.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    expect(await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture')).toMatchObject({ startedHere: true });
  });

  // after Allow it is held, so that nothing is asked any more
  test.runIf(answer === 'deny')(
    'saving a new profile asks in the same press, and keeps the profile whatever the answer',
    async () => {
      const page = await browser.openPage('page.html#profiles/new');
      await page.getByRole('textbox', { name: 'Profile name' }).fill('Second');
      await page.getByRole('textbox', { name: 'Custom domain' }).fill(demo.origin);
      await page.getByRole('textbox', { name: 'App client id' }).fill(demo.clients.implicit.clientId);
      await page.getByRole('textbox', { name: 'Callback URL' }).fill('http://localhost:3000/second');
      await page.bringToFront();
      const save = page.getByRole('button', { name: 'Save', exact: true });
      await answerPrompt({ display: display.display, page, ask: () => save.click(), answer });
      const { profiles } = await driver.readStorage('local', 'profiles');
      expect((profiles as { name: string }[]).map(({ name }) => name)).toEqual(['Demo pool', 'Second']);
      await page.getByText('Nothing will be captured until the browser allows it').first().waitFor();
    },
  );
});

describe('Chromium’s own question for a profile that watches requests too', () => {
  let display: Display;
  let browser: Chromium;
  let driver: Driver;
  let page: Awaited<ReturnType<Chromium['openPage']>>;

  beforeAll(async () => {
    display = await startXvfb();
    driver = await watched(async (proxy) => {
      browser = await launchShown(display, proxy);
      return browser as unknown as Driver; // the surface that both drivers share
    });
  });
  afterAll(async () => {
    await driver?.close();
    await display?.stop();
  });

  /** A new profile whose answer comes as a form. */
  async function fillIn(name: string, callback: string): Promise<void> {
    await page?.close();
    page = await browser.openPage('page.html#profiles/new');
    await fillOidc(page, { name, authorization: 'https://idp.example/authorize', client: 'client', callback });
    await page.getByRole('combobox', { name: 'Response mode' }).selectOption('form_post');
    await page.bringToFront();
  }
  const save = (answer: 'allow' | 'deny') =>
    answerPrompt({
      display: display.display,
      page,
      ask: () => page.getByRole('button', { name: 'Save', exact: true }).click(),
      answer,
    });

  test('denied as a whole: the profile is saved, and it is said that nothing is captured', async () => {
    await fillIn('Posts', 'http://localhost:3000/callback');
    await save('deny');
    await page.getByText('The profile is saved. Nothing will be captured until the browser allows it.').waitFor();
    expect(await storedProfiles(driver)).toMatchObject([{ name: 'Posts', watchRequests: true }]);
    expect((await heldBy(driver)).permissions).not.toContain('webNavigation');
    expect((await heldBy(driver)).origins).toEqual([]);
  });

  test('allowed the next time: one answer gives all of it', async () => {
    await page.bringToFront();
    await save('allow');
    await page.getByText(asleep, { exact: true }).waitFor();
    expect(await heldBy(driver)).toEqual({
      permissions: ['webNavigation', 'webRequest'],
      origins: ['http://localhost/*'],
    });
  });

  test('denied the host of another: it is said what of it is not seen', async () => {
    await fillIn('Elsewhere', 'https://app.example/callback');
    await save('deny');
    await page.getByText('The profile is saved. Answers that come as a form cannot be seen.').waitFor();
    expect((await storedProfiles(driver)).map(({ name }) => name)).toEqual(['Posts', 'Elsewhere']);
    expect((await heldBy(driver)).origins).toEqual(['http://localhost/*']);
  });
});
