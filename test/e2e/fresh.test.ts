import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Fresh, Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { captureWith, copied } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { browsers } from './support/browsers.ts';
import { callApi } from './support/extension.ts';
import { ageTo, allDone, ask, begin, captureOf, captures, profileAt, signIn } from './support/login.ts';
import type { Watched } from './support/watched.ts';

/** The same code runs in both; the main paths of both are in token-life.test.ts. */
const [[, launch] = []] = browsers;
const origins = ['http://127.0.0.1/*'];

// who copies: the worker where it may, else the page that is open
describe.each([
  ['with the permission to copy behind all windows', '-granted'],
  ['without it', '-granted-webNavigation'],
] as const)('"Fresh token" %s', (_, variant) => {
  let driver: Watched;
  let popup: TestPage;
  let provider: Provider;
  let own: Profile;
  let count = 0;

  beforeAll(async () => {
    provider = await serveOpenId();
    if (!launch) throw new Error('There is no browser to test in.');
    driver = await launch({ variant, approved: { permissions: [], origins } });
    popup = await driver.openPage('popup.html');
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
  });

  /** A profile of its own for each test: what was asked for before is not its. */
  async function beginWith(over: Partial<Profile> = {}): Promise<void> {
    count += 1;
    own = profileAt(provider, { id: `p${count}`, ...over });
    await begin(driver, own);
    if (variant !== '-granted') await driver.requestPermissions({ permissions: [], origins });
    provider.err('none');
  }

  const freshOf = async () => (await driver.readStorage('session', 'fresh')).fresh as Fresh | undefined;

  /** Presses the button, and waits until the token lies on the clipboard. */
  async function press(): Promise<{ fresh: Fresh; capture: Capture }> {
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Fresh token', exact: true }).click();
    return reached('copied');
  }

  async function reached(step: Fresh['step']): Promise<{ fresh: Fresh; capture: Capture }> {
    const fresh = await waitUntil(
      async () => {
        const current = await freshOf();
        if (current?.step === 'failed' && step !== 'failed') throw new Error(current.reason);
        return current?.profileId === own.id && current.step === step ? current : undefined;
      },
      { what: `the step ${step}`, timeout: 20_000 },
    );
    return { fresh, capture: await captureOf(driver, fresh.captureId ?? '') };
  }

  async function expectOnClipboard({ tokens }: Capture): Promise<void> {
    await popup.bringToFront();
    await copied(driver, popup, (text) => text === tokens.access_token, 'the access token');
  }

  /** No step tells a token, nor does what stays behind. */
  async function expectNoToken(fresh: Fresh): Promise<void> {
    const tokens = (await captures(driver)).flatMap((one) => Object.values(one.tokens));
    for (const token of tokens) expect(JSON.stringify(fresh)).not.toContain(token);
  }

  test('still good: it is copied, and nobody is asked', async () => {
    await beginWith();
    const login = await signIn(driver, provider, own);
    provider.err('none');
    const { fresh, capture } = await press();
    expect(fresh.way).toBe('still_good');
    expect(capture.tokens).toEqual(login.tokens);
    await expectOnClipboard(login);
    expect(provider.requests).toEqual([]);
    await popup.getByText('Still good for').waitFor();
    await expectNoToken(fresh);
  });

  test('not good for long enough: refreshed', async () => {
    await beginWith();
    const login = await signIn(driver, provider, own);
    await ageTo(driver, login.id, 60);
    provider.err('none');
    const { fresh, capture } = await press();
    expect(fresh.way).toBe('refreshed');
    expect(capture.id).toBe(login.id);
    expect(capture.tokens.access_token).not.toBe(login.tokens.access_token);
    await expectOnClipboard(capture);
    expect(provider.sent).toHaveLength(1);
    await popup.getByText('Refreshed and copied').waitFor();
  });

  test('two presses at once: one refresh', async () => {
    await beginWith();
    const login = await signIn(driver, provider, own);
    await ageTo(driver, login.id, 60);
    provider.err('token-held');
    const asked = Promise.all([1, 2].map(() => ask(driver, { type: 'freshToken', profileId: own.id })));
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    await popup.bringToFront();
    expect(provider.sent).toHaveLength(1);
    provider.err('none');
    await asked;
    await reached('copied');
    expect(provider.sent).toEqual([]);
  });

  test('without a refresh token: through the session of the provider, in a tab behind', async () => {
    await beginWith({ responseType: 'id_token token' });
    const login = await signIn(driver, provider, own);
    await ageTo(driver, login.id, 60);
    provider.err('none');
    const { fresh, capture } = await press();
    expect(fresh.way).toBe('silent');
    expect(capture).toMatchObject({ silent: true, request: { prompt: 'none' }, startedHere: true });
    expect(capture.id).not.toBe(login.id);
    const asked = provider.requests.filter(({ path }) => path === '/authorize');
    expect(asked.map(({ query }) => query.get('prompt'))).toEqual(['none']);
    await expectOnClipboard(capture);
    await expectNoTab();
    await popup.getByText('Renewed through the provider').waitFor();
  });

  test('a refresh token that is dead: through the session, and it is said why', async () => {
    await beginWith();
    const login = await signIn(driver, provider, own);
    await ageTo(driver, login.id, 60);
    provider.err('token-invalid-grant');
    const pressed = press();
    await waitUntil(() => provider.sent.length > 0, { what: 'the refresh' });
    // the code of the silent login is taken again
    provider.err('none');
    const { fresh, capture } = await pressed;
    expect(fresh.way).toBe('silent');
    expect(fresh.reason).toMatch(/invalid_grant/);
    expect(capture.silent).toBe(true);
    await expectOnClipboard(capture);
  });

  test('without a session: a sign-in in front', async () => {
    await beginWith({ responseType: 'id_token token' });
    const login = await signIn(driver, provider, own);
    await ageTo(driver, login.id, 60);
    provider.endSessions();
    provider.err('none');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Fresh token', exact: true }).click();
    await captureWith(driver, (one) => one.id !== login.id && !one.error && one.judgedAt, 'the sign-in to have ended');
    // a page copies only while it is in front
    await popup.bringToFront();
    const { fresh, capture } = await reached('copied');
    expect(fresh.way).toBe('interactive');
    expect(fresh.reason).toMatch(/session is over/);
    expect(capture.silent).toBeUndefined();
    await (await driver.findPage((url) => url.startsWith(own.callback))).close();
    await expectNoTab();
    const asked = provider.requests.filter(({ path }) => path === '/authorize');
    expect(asked.map(({ query }) => query.get('prompt'))).toEqual(['none', null]);
    await expectOnClipboard(capture);
  });

  const refusals = [
    ['login_required', 'none'],
    ['interaction_required', 'silent-interaction-required'],
    ['consent_required', 'silent-consent-required'],
    ['account_selection_required', 'silent-account-selection-required'],
  ] as const;
  // nothing is copied here: one of the two is enough
  test.each(variant === '-granted' ? [] : refusals)(
    '%s is an answer: the tokens from before stay in front',
    async (error, fault) => {
      await beginWith({ responseType: 'id_token token' });
      const login = await signIn(driver, provider, own);
      provider.endSessions();
      provider.err(fault);
      await ask(driver, { type: 'signIn', profileId: own.id, as: 'silent' });
      const answer = await captureWith(driver, (one) => one.silent && one.judgedAt, 'the answer');
      expect(answer).toMatchObject({ error: { error }, silent: true, startedHere: true });
      await allDone(driver);
      await expectNoTab();
      await popup.bringToFront();
      await popup.getByText('the silent sign-in of').waitFor();
      await popup.getByRole('button', { name: 'Call userInfo', exact: true }).waitFor();
      expect(await callApi<string>(driver, 'action.getBadgeText', {})).toBe('');
      expect((await captureOf(driver, login.id)).tokens).toEqual(login.tokens);
    },
  );

  /** The tab behind is closed once its answer is in. */
  async function expectNoTab(): Promise<void> {
    const isClosed = async () => {
      const open = await Promise.all((await driver.pages()).map((page) => page.url()));
      return open.every((url) => !url.startsWith(provider.origin));
    };
    await waitUntil(isClosed, { what: 'the tab behind to be closed' });
  }
});
