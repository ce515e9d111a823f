import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { isAllPassed, isBlocking, isUseBlocked } from '../../src/protocol/checks.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { demoProfile } from '../../tools/demo-profile.mjs';
import { captureWith, signInAtPool } from '../../tools/journey.mjs';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { browsers } from './support/browsers.ts';
import { allDone, ask, begin, profileAt, signIn } from './support/login.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import type { Watched } from './support/watched.ts';

/** The same code runs in both; the main paths of both are in token-life.test.ts. */
const [[, launch] = []] = browsers;

let driver: Watched;
let popup: TestPage;
let provider: Provider;
beforeAll(async () => {
  provider = await serveOpenId();
  if (!launch) throw new Error('There is no browser to test in.');
  driver = await launch({ variant: '-granted' });
  popup = await driver.openPage('popup.html');
});
afterAll(async () => {
  await driver?.close();
  await provider?.close();
});

const blocking = ({ verdicts }: Capture) => verdicts.filter(isBlocking).map(({ check }) => check);

describe('a token endpoint that errs says so, and nothing of the login is lost', () => {
  test.each([
    ['token-invalid-request', { kind: 'refused', status: 400, error: 'invalid_request' }],
    ['token-invalid-client', { kind: 'refused', status: 401, error: 'invalid_client' }],
    ['token-invalid-grant', { kind: 'refused', status: 400, error: 'invalid_grant' }],
    ['token-unauthorized-client', { kind: 'refused', status: 400, error: 'unauthorized_client' }],
    ['token-unsupported-grant-type', { kind: 'refused', status: 400, error: 'unsupported_grant_type' }],
    ['token-invalid-scope', { kind: 'refused', status: 400, error: 'invalid_scope' }],
    ['token-429', { kind: 'refused', status: 429, retryAfter: 30 }],
    ['token-500', { kind: 'refused', status: 500 }],
    ['token-html', { kind: 'refused', status: 200 }],
  ] as const)('%s', async (fault, failure) => {
    const own = profileAt(provider, { responseType: 'code id_token' });
    await begin(driver, own);
    const capture = await signIn(driver, provider, own, fault);
    expect(capture.tokenFailure).toMatchObject({ grant: 'authorization_code', ...failure });
    expect(capture.tokenAnswer).toBeUndefined();
    expect(capture.tokens.id_token).toBeDefined();
    // what came through the front channel passed its own checks
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    expect(provider.sent).toHaveLength(1);
    await popup.bringToFront();
    await popup.getByRole('link', { name: /^\d+ checks? failed/ }).waitFor();
  });

  test('a redirect is not followed, and what is not known does not pass', async () => {
    const own = profileAt(provider, { responseType: 'code id_token' });
    await begin(driver, own);
    const capture = await signIn(driver, provider, own, 'token-redirect');
    expect(capture.tokenFailure).toMatchObject({ grant: 'authorization_code', kind: 'redirect' });
    expect(capture.verdicts).toContainEqual(
      expect.objectContaining({ check: 'token_response', result: 'not_checked', from: 'token_endpoint' }),
    );
    expect(isAllPassed(capture.verdicts)).toBe(false);
    expect(provider.requests.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  test.each([
    ['token-wrong-type', 'token_type'],
    ['token-without-token-type', 'token_type'],
    ['token-without-id-token', 'token_endpoint_id_token'],
    ['token-may-be-stored', 'token_response'],
    ['token-without-access-token', 'token_response'],
  ] as const)('%s: what came is there, and %s fails', async (fault, check) => {
    const own = profileAt(provider);
    await begin(driver, own);
    const capture = await signIn(driver, provider, own, fault);
    expect(capture.verdicts.filter(({ result }) => result === 'fail').map((one) => one.check)).toContain(check);
    expect(capture.tokens.refresh_token).toBeDefined();
    expect(provider.sent).toHaveLength(1);
  });

  test('without expires_in it is not known how long the token is good for', async () => {
    const own = profileAt(provider);
    await begin(driver, own);
    const capture = await signIn(driver, provider, own, 'token-without-expires-in');
    expect(capture.expiresAt).toBeUndefined();
    expect(blocking(capture)).toEqual([]);
  });
});

describe('a client shows who it is', () => {
  const strange = { clientId: 'app one+two/%é:x', secret: 's3cret +&=%/:é' };
  test.each([
    ['client_secret_basic', true],
    ['client_secret_post', false],
  ] as const)('%s, with characters that are written otherwise in a form', async (clientAuth, isInHeader) => {
    provider.register(strange.clientId, { auth: clientAuth, secret: strange.secret });
    const own = profileAt(provider, { clientId: strange.clientId, clientAuth });
    await begin(driver, own, strange);
    const capture = await signIn(driver, provider, own);
    expect(capture.tokenFailure).toBeUndefined();
    expect(blocking(capture)).toEqual([]);
    const [sent] = provider.sent;
    expect(sent?.headers.authorization?.startsWith('Basic ') ?? false).toBe(isInHeader);
    expect(sent?.form.client_secret).toBe(isInHeader ? undefined : strange.secret);
    expect(JSON.stringify(await driver.readStorage('local'))).not.toContain(strange.secret);
  });

  test.each(['client_secret_basic', 'client_secret_post'] as const)('a wrong secret by %s is refused', async (auth) => {
    provider.register('has-a-secret', { auth, secret: 'right' });
    const own = profileAt(provider, { clientId: 'has-a-secret', clientAuth: auth });
    await begin(driver, own, { secret: 'wrong' });
    const capture = await signIn(driver, provider, own);
    expect(capture.tokenFailure).toMatchObject({ kind: 'refused', status: 401, error: 'invalid_client' });
    expect(JSON.stringify(capture)).not.toContain('wrong');
  });
});

describe('at a pool', () => {
  type Demo = Awaited<ReturnType<typeof startDemo>>;
  let demo: Demo;
  let app: PageServer;
  /** What the app does with its callback before its page is shown. */
  let onCallback: (url: URL) => Promise<unknown>;
  beforeAll(async () => {
    app = await servePages((request, response) => {
      const url = new URL(request.url ?? '', app.origin);
      const work = url.pathname === '/callback' ? onCallback(url) : Promise.resolve();
      void work.then(() => html(response, 'the app'));
    });
    // its login page is shown to whoever asks for it
    demo = await startDemo({ callback: `${app.origin}/callback`, managedLogin: true });
  });
  afterAll(async () => {
    await demo?.close();
    await app?.close();
  });

  /** Signs in by hand, as this client of the pool. */
  async function signInAs(name: keyof Demo['clients'], over: Partial<Profile>, secret?: string): Promise<Capture> {
    const { clientId } = demo.clients[name];
    const own = { ...demoProfile(demo), clientId, responseType: 'code', ...over };
    await begin(driver, own, secret === undefined ? {} : { secret });
    await ask(driver, { type: 'signIn', profileId: own.id, as: 'other_user' });
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    const capture = await captureWith(
      driver,
      ({ judgedAt, tokenCall, tokenAnswer, tokenFailure }) => judgedAt && !tokenCall && (tokenAnswer || tokenFailure),
      'the outcome of the exchange',
    );
    await (await driver.findPage((url) => url.startsWith(app.origin))).close();
    await allDone(driver);
    await popup.bringToFront();
    return capture;
  }
  const ignored = async () => {};
  const tokenCalls = () => demo.requests.filter(({ path }) => path === '/oauth2/token');

  test.each([
    ['a public client', 'code', 'none'],
    ['a client with a secret, in the header', 'secret', 'client_secret_basic'],
    ['a client with a secret, in the body', 'secret', 'client_secret_post'],
  ] as const)('%s gets its tokens', async (_what, name, clientAuth) => {
    onCallback = ignored;
    demo.requests.length = 0;
    const capture = await signInAs(name, { clientAuth }, demo.clients[name].clientSecret);
    expect(capture.tokenFailure).toBeUndefined();
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    expect(Object.keys(capture.tokens).sort()).toEqual(['access_token', 'id_token', 'refresh_token']);
    expect(
      tokenCalls()
        .map(({ method }) => method)
        .filter((method) => method === 'POST'),
    ).toHaveLength(1);
    await popup.getByRole('tab', { name: /^Refresh token/ }).click();
    await popup.getByRole('button', { name: 'Refresh', exact: true }).waitFor();
  });

  test('a client that has a secret, and none is sent', async () => {
    onCallback = ignored;
    const capture = await signInAs('secret', { clientAuth: 'none' });
    expect(capture.tokenFailure).toMatchObject({ error: 'invalid_client', description: 'invalid_client_secret' });
    expect(isUseBlocked(capture.verdicts)).toBe(true);
    await popup.getByText('This app client has a secret, and it was not sent').waitFor();
  });

  test('a public client, and a secret is sent', async () => {
    onCallback = ignored;
    const capture = await signInAs('code', { clientAuth: 'client_secret_basic' }, 'none-of-its-own');
    expect(capture.tokenFailure).toMatchObject({ kind: 'refused', error: 'invalid_client' });
    await popup.getByText('Cognito does not know this app client, or the secret is wrong').waitFor();
  });

  test('a secret that is not in memory: the code waits until it is entered', async () => {
    onCallback = ignored;
    demo.requests.length = 0;
    const { clientId } = demo.clients.secret;
    const own: Profile = { ...demoProfile(demo), clientId, clientAuth: 'client_secret_basic', responseType: 'code' };
    await begin(driver, own);
    await ask(driver, { type: 'signIn', profileId: own.id, as: 'other_user' });
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    const isNoted = ({ events }: Capture) => events.some(({ kind }) => kind === 'code_not_exchanged');
    const capture = await captureWith(driver, (one) => one.judgedAt && isNoted(one), 'the note');
    expect(capture.tokenCalls).toEqual([]);
    expect(tokenCalls()).toEqual([]);
    await (await driver.findPage((url) => url.startsWith(app.origin))).close();
    await popup.bringToFront();
    await popup.getByRole('heading', { name: 'The code waits: the client secret is not in memory' }).waitFor();
    await ask(driver, { type: 'keepSecret', profileId: own.id, secret: demo.clients.secret.clientSecret ?? '' });
    const exchanged = await captureWith(driver, ({ tokenAnswer, judgedAt }) => tokenAnswer && judgedAt, 'the tokens');
    expect(isUseBlocked(exchanged.verdicts)).toBe(false);
    expect(tokenCalls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('a code that the app has spent before', async () => {
    onCallback = async (url) => {
      const code = url.searchParams.get('code') ?? '';
      const form = { grant_type: 'authorization_code', code, redirect_uri: demo.callback };
      const body = new URLSearchParams({ ...form, client_id: demo.clients.code.clientId });
      await fetch(demo.endpoints.token, { method: 'POST', body });
    };
    const capture = await signInAs('code', {});
    expect(capture.tokenFailure).toMatchObject({ kind: 'refused', error: 'invalid_grant' });
    expect(capture.tokens).toEqual({});
    expect(isUseBlocked(capture.verdicts)).toBe(true);
    await popup.getByRole('heading', { name: 'The code is not good any more' }).waitFor();
  });

  test('another redirect_uri than at the start', async () => {
    const pool = await serveOpenId({ isCognito: true });
    try {
      const own = profileAt(pool, { provider: 'cognito' });
      await begin(driver, own);
      const capture = await signIn(driver, pool, own, 'token-invalid-redirect');
      expect(capture.tokenFailure).toMatchObject({ error: 'unauthorized_client', description: 'invalid_redirect' });
      await popup.bringToFront();
      await popup.getByText('Another redirect_uri than at the start').waitFor();
    } finally {
      await pool.close();
    }
  });
});
