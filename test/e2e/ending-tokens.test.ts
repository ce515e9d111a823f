import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isUseBlocked } from '../../src/protocol/checks.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { browsers } from './support/browsers.ts';
import { isOutOfUse } from './support/checks.ts';
import { ask, begin, captureOf, profileAt, signIn } from './support/login.ts';
import { settled } from './support/visit.ts';
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

describe('revoking (RFC 7009)', () => {
  let own: Profile;
  let login: Capture;
  beforeEach(async () => {
    own = profileAt(provider);
    await begin(driver, own);
    login = await signIn(driver, provider, own);
    provider.err('none');
  });
  const revoke = (token: 'access_token' | 'refresh_token') =>
    ask(driver, { type: 'revoke', captureId: login.id, token });

  test('a refresh token: it is sent to the revocation endpoint, is of no use any more, and is not sent again', async () => {
    expect(await revoke('refresh_token')).toEqual({ ok: true });
    expect(provider.sent.map(({ path, form }) => ({ path, form }))).toEqual([
      {
        path: '/revoke',
        form: { token: login.tokens.refresh_token, token_type_hint: 'refresh_token', client_id: own.clientId },
      },
    ]);
    const capture = await captureOf(driver, login.id);
    expect(capture).toMatchObject({
      revocation: { token: 'refresh_token', status: 200 },
      deadRefreshToken: { why: 'revoked' },
    });
    expect((await ask(driver, { type: 'refresh', captureId: login.id })).ok).toBe(false);
    expect(provider.sent).toHaveLength(1);
    await popup.bringToFront();
    await popup.getByRole('tab', { name: /^Refresh token/ }).click();
    await popup.getByRole('heading', { name: 'This refresh token is dead' }).waitFor();
  });

  test('an access token: the refresh token stays, and "Fresh token" takes another way than to copy it', async () => {
    expect(await revoke('access_token')).toEqual({ ok: true });
    expect(provider.sent[0]?.form).toMatchObject({ token: login.tokens.access_token, token_type_hint: 'access_token' });
    const capture = await captureOf(driver, login.id);
    expect(capture.deadRefreshToken).toBeUndefined();
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Fresh token', exact: true }).click();
    const refreshed = await captureWith(driver, ({ replaced, judgedAt }) => replaced && judgedAt, 'new tokens');
    expect(refreshed.tokens.access_token).not.toBe(login.tokens.access_token);
  });

  test.each([
    ['token-500', { status: 500 }],
    ['token-429', { status: 429 }],
    ['token-invalid-client', { status: 401, error: 'invalid_client' }],
    ['token-redirect', { kind: 'redirect' }],
  ] as const)('%s: the token is not said to be revoked', async (fault, revocation) => {
    provider.err(fault);
    const outcome = await revoke('refresh_token');
    expect(outcome.ok).toBe(false);
    const capture = await captureOf(driver, login.id);
    expect(capture.revocation).toMatchObject({ token: 'refresh_token', ...revocation });
    expect(capture.deadRefreshToken).toBeUndefined();
    expect(capture.tokens).toEqual(login.tokens);
  });

  test('the worker ends meanwhile: it is not known what the provider did', async () => {
    provider.err('token-held');
    void revoke('refresh_token').catch(() => {});
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    await driver.stopBackground();
    provider.err('none');
    await settled(driver);
    expect((await captureOf(driver, login.id)).revocation).toMatchObject({ kind: 'interrupted' });
    expect(provider.sent).toEqual([]);
  });
});

describe('signing out at a provider (RP-initiated logout)', () => {
  const back = () => `${provider.origin}/signed-out`;

  /** Where the sign-out led, and what was asked of the provider for it. */
  async function signOut(own: Profile, captureId?: string): Promise<URLSearchParams | undefined> {
    await ask(driver, { type: 'signOut', profileId: own.id, ...(captureId !== undefined && { captureId }) });
    await (await driver.findPage((url) => url.startsWith(back()))).close();
    return provider.requests.find(({ path }) => path === '/end')?.query;
  }

  test('the session ends, the ID token says whose, and the tokens stay', async () => {
    const own = profileAt(provider, { logoutUri: back() });
    await begin(driver, own);
    const login = await signIn(driver, provider, own);
    provider.err('none');
    const asked = await signOut(own, login.id);
    expect(Object.fromEntries(asked ?? [])).toEqual({
      client_id: own.clientId,
      id_token_hint: login.tokens.id_token,
      post_logout_redirect_uri: back(),
      state: expect.stringMatching(/\S{16}/),
    });
    expect((await captureOf(driver, login.id)).tokens).toEqual(login.tokens);
    provider.err('none');
    await ask(driver, { type: 'signIn', profileId: own.id, as: 'silent' });
    const answer = await captureWith(driver, ({ error, judgedAt }) => error && judgedAt, 'the answer');
    expect(answer.error?.error).toBe('login_required');
  });

  test('an ID token that failed a check is not sent along', async () => {
    const own = profileAt(provider, { logoutUri: back() });
    await begin(driver, own);
    const login = await signIn(driver, provider, own, 'nonce-invalid');
    expect(isUseBlocked(login.verdicts)).toBe(true);
    provider.err('none');
    expect((await signOut(own, login.id))?.has('id_token_hint')).toBe(false);
  });

  test.each([
    ['goes along, by https,', 'https://op.example/end', true],
    ['stays here, without it,', 'http://op.example/end', false],
  ])('an ID token %s and the dialog says so', async (_, endSession, isSent) => {
    const { endpoints, ...own } = profileAt(provider);
    await begin(driver, { ...own, endpoints: { ...endpoints, endSession } });
    await signIn(driver, provider, { ...own, endpoints: { ...endpoints, endSession } });
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'More ways to sign in' }).click();
    await popup.getByRole('menuitem', { name: 'Sign out…' }).click();
    const dialog = popup.getByRole('dialog', { name: 'Sign out at the provider?' });
    await popup.getByText(endSession).waitFor();
    expect(await popup.getByText('id_token_hint').count()).toBe(isSent ? 1 : 0);
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  });
});

describe('a token for the client itself (client credentials)', () => {
  test('there is no user, hence no ID token, and userInfo is not asked', async () => {
    provider.register('machine', { auth: 'client_secret_basic', secret: 'the secret' });
    const own = profileAt(provider, {
      clientId: 'machine',
      clientAuth: 'client_secret_basic',
      scopes: ['orders/read'],
    });
    await begin(driver, own, { secret: 'the secret' });
    provider.err('none');
    const outcome = await ask(driver, { type: 'clientToken', profileId: own.id });
    expect(outcome).toEqual({ ok: true, captureId: expect.any(String) });
    expect(provider.sent.map(({ form }) => form)).toEqual([{ grant_type: 'client_credentials', scope: 'orders/read' }]);
    const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    expect(capture).toMatchObject({
      source: 'token_endpoint',
      callback: '',
      startedHere: true,
      tokens: { access_token: expect.any(String) },
      tokenCalls: [{ grant: 'client_credentials', status: 200 }],
    });
    expect(Object.keys(capture.tokens)).toEqual(['access_token']);
    expect(capture.request).toBeUndefined();
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    await popup.bringToFront();
    await popup.getByText('No user signed in: the token is the client’s own').waitFor();
    expect(await isOutOfUse(popup, 'Call userInfo')).toBe(true);
    expect(provider.requests.map(({ path }) => path)).not.toContain('/userinfo');
  });

  test('a client without a secret is told why it gets none, and nothing is sent', async () => {
    const own = profileAt(provider);
    await begin(driver, own);
    provider.err('none');
    expect(await ask(driver, { type: 'clientToken', profileId: own.id })).toEqual({
      ok: false,
      reason: expect.stringMatching(/secret/),
    });
    expect(provider.sent).toEqual([]);
  });

  test('a wrong secret: the refusal is shown, and holds no secret', async () => {
    provider.register('machine', { auth: 'client_secret_post', secret: 'right' });
    const own = profileAt(provider, { clientId: 'machine', clientAuth: 'client_secret_post', scopes: [] });
    await begin(driver, own, { secret: 'not-the-right-one' });
    provider.err('none');
    await ask(driver, { type: 'clientToken', profileId: own.id });
    const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    expect(capture.tokenFailure).toMatchObject({ grant: 'client_credentials', error: 'invalid_client' });
    expect(JSON.stringify(capture)).not.toContain('not-the-right-one');
  });
});
