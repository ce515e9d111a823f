import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isBlocking, isUseBlocked } from '../../src/protocol/checks.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { whole } from '../support/whole.ts';
import { browsers } from './support/browsers.ts';
import { isOutOfUse } from './support/checks.ts';
import { holdStorage } from './support/hold-storage.ts';
import { ask, begin, captureOf, profileAt, signIn } from './support/login.ts';
import { settled } from './support/visit.ts';
import type { Watched } from './support/watched.ts';

/** The same code runs in both; the main paths of both are in token-life.test.ts. */
const [[, launch] = []] = browsers;

let driver: Watched;
let popup: TestPage;
let provider: Provider;
let own: Profile;
let login: Capture;

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
beforeEach(async () => {
  own = profileAt(provider);
  await begin(driver, own);
  login = await signIn(driver, provider, own);
  provider.err('none');
});

const blocking = ({ verdicts }: Capture) => verdicts.filter(isBlocking).map(({ check }) => check);
const refresh = (id = login.id) => ask(driver, { type: 'refresh', captureId: id });

/** The capture after a refresh at a provider that errs in this way. */
async function refreshed(fault: FaultName): Promise<Capture> {
  provider.err(fault);
  await refresh();
  return captureOf(driver, login.id);
}

/** What the provider was handed of refresh tokens. */
const handedIn = () => provider.sent.map(({ form }) => form.refresh_token);

async function openRefreshTab(page: TestPage): Promise<void> {
  await page.bringToFront();
  await page.getByRole('tab', { name: /^Refresh token/ }).click();
}

describe('a refresh that goes well', () => {
  test('the new set takes the place of the old one in the same capture, and the one before is kept', async () => {
    const capture = await refreshed('none');
    expect(provider.sent.map(({ form }) => form)).toEqual([
      { grant_type: 'refresh_token', refresh_token: login.tokens.refresh_token, client_id: own.clientId },
    ]);
    for (const name of ['access_token', 'refresh_token', 'id_token'] as const) {
      expect(capture.tokens[name], name).not.toBe(login.tokens[name]);
    }
    expect(capture).toMatchObject({
      id: login.id,
      replaced: { tokens: login.tokens },
      original: { id_token: login.tokens.id_token },
      tokenAnswer: { grant: 'refresh_token', status: 200 },
      tokenCalls: [
        { grant: 'authorization_code', status: 200 },
        { grant: 'refresh_token', status: 200 },
      ],
    });
    expect(capture.tokenCall).toBeUndefined();
    expect(blocking(capture)).toEqual([]);
    expect(resultOf(capture, 'refresh_same_subject')).toBe('pass');
  });

  test('each refresh hands in the newest refresh token, and the first ID token stays what all are held against', async () => {
    const first = await refreshed('none');
    const second = await refreshed('none');
    expect(handedIn()).toEqual([first.tokens.refresh_token]);
    expect(second.replaced?.tokens).toEqual(first.tokens);
    expect(second.original?.id_token).toBe(login.tokens.id_token);
    expect(blocking(second)).toEqual([]);
  });

  test('without rotation the refresh token stays, and can be used again', async () => {
    const first = await refreshed('no-rotation');
    expect(first.tokens.refresh_token).toBe(login.tokens.refresh_token);
    expect(first.tokens.access_token).not.toBe(login.tokens.access_token);
    const second = await refreshed('no-rotation');
    expect(handedIn()).toEqual([login.tokens.refresh_token]);
    expect(second.tokenFailure).toBeUndefined();
    expect(blocking(second)).toEqual([]);
  });

  test('without an ID token in the answer the one there is stays', async () => {
    const capture = await refreshed('token-without-id-token');
    expect(capture.tokens.id_token).toBe(login.tokens.id_token);
    expect(capture.tokens.access_token).not.toBe(login.tokens.access_token);
    expect(blocking(capture)).toEqual([]);
  });

  test('by the button, and the popup shows the new tokens', async () => {
    await openRefreshTab(popup);
    await popup.getByRole('button', { name: 'Refresh', exact: true }).click();
    await captureWith(driver, ({ replaced, judgedAt }) => replaced && judgedAt, 'the new tokens');
    await popup.getByText('rotates them, and the old one is spent').waitFor();
  });
});

describe('a refresh that brings nothing leaves the tokens as they are', () => {
  test('invalid_grant: the refresh token is dead, is said to be, and is not sent again', async () => {
    const capture = await refreshed('token-invalid-grant');
    expect(capture.tokens).toEqual(login.tokens);
    expect(capture.deadRefreshToken?.why).toBe('invalid_grant');
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    expect((await refresh()).ok).toBe(false);
    expect(provider.sent).toHaveLength(1);
    await openRefreshTab(popup);
    await popup.getByRole('heading', { name: 'This refresh token is dead' }).waitFor();
    expect(await isOutOfUse(popup, 'Refresh')).toBe(true);
    await popup.getByRole('tab', { name: /^Access token/ }).click();
    expect(await isOutOfUse(popup, 'Call userInfo')).toBe(false);
  });

  test('a refresh token that somebody else has used: the provider ends them all', async () => {
    await refreshed('none');
    const form = { grant_type: 'refresh_token', refresh_token: login.tokens.refresh_token ?? '' };
    await fetch(provider.endpoints.token, { method: 'POST', body: new URLSearchParams(form) });
    const capture = await refreshed('none');
    expect(capture.deadRefreshToken?.why).toBe('invalid_grant');
  });

  test.each([
    ['token-429', { kind: 'refused', status: 429, retryAfter: 30 }],
    ['token-500', { kind: 'refused', status: 500 }],
    ['token-html', { kind: 'refused', status: 200 }],
    ['token-redirect', { kind: 'redirect' }],
    ['token-invalid-client', { kind: 'refused', status: 401, error: 'invalid_client' }],
  ] as const)('%s: it is said, and the next refresh is as good as any', async (fault, failure) => {
    const capture = await refreshed(fault);
    expect(capture.tokenFailure).toMatchObject({ grant: 'refresh_token', ...failure });
    expect(capture.tokens).toEqual(login.tokens);
    expect(capture.expiresAt).toBe(login.expiresAt);
    expect(capture.deadRefreshToken).toBeUndefined();
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    expect(provider.sent).toHaveLength(1);
    expect(provider.requests.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  test('an answer without an access token takes nothing away', async () => {
    const capture = await refreshed('token-without-access-token');
    expect(capture.tokens.access_token).toBe(login.tokens.access_token);
    expect(capture.verdicts.filter(({ result }) => result === 'fail').map(({ check }) => check)).toContain(
      'token_response',
    );
  });

  test('after too many requests the next one brings tokens, and the failure is gone', async () => {
    await refreshed('token-429');
    const capture = await refreshed('no-rotation');
    expect(handedIn()).toEqual([login.tokens.refresh_token]);
    expect(capture.tokens.access_token).not.toBe(login.tokens.access_token);
    expect(capture.tokenFailure).toBeUndefined();
  });

  // how the limit is kept is tested where it is set: this one waits it out
  test.runIf(whole('proofs', true, false))('no answer within 10 s', async () => {
    const capture = await refreshed('token-held');
    expect(capture.tokenFailure).toMatchObject({ grant: 'refresh_token', kind: 'timeout' });
    expect(capture.tokens).toEqual(login.tokens);
    expect(isUseBlocked(capture.verdicts)).toBe(false);
  });
});

describe('a refresh that brings tokens of somebody else turns the login red', () => {
  test.each([
    ['refresh-token-invalid-issuer', ['iss', 'refresh_same_subject']],
    ['refresh-token-invalid-sub', ['refresh_same_subject']],
    ['token-wrong-type', ['token_type']],
  ] as const)('%s', async (fault, checks) => {
    const capture = await refreshed(fault);
    expect(blocking(capture)).toEqual(expect.arrayContaining([...checks]));
    expect(capture.replaced?.tokens).toEqual(login.tokens);
    expect((await ask(driver, { type: 'callUserinfo', captureId: login.id })).ok).toBe(false);
    expect((await refresh()).ok).toBe(false);
    expect(provider.sent).toHaveLength(1);
    await popup.bringToFront();
    await popup.getByRole('link', { name: /^\d+ checks? failed/ }).waitFor();
  });
});

describe('one request, whatever happens', () => {
  test('two popups that press Refresh at once share it', async () => {
    const other = await driver.openPage('popup.html');
    await openRefreshTab(other);
    await openRefreshTab(popup);
    provider.err('token-held');
    const press = (page: TestPage) => page.evaluate(clickRefresh);
    expect(await Promise.all([press(popup), press(other)])).toEqual([true, true]);
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    await settled(driver);
    expect(provider.sent).toHaveLength(1);
    provider.err('none');
    const capture = await captureWith(driver, ({ replaced, judgedAt }) => replaced && judgedAt, 'the new tokens');
    await settled(driver);
    expect(provider.sent).toEqual([]);
    expect(capture.tokenCalls).toHaveLength(2);
    await other.close();
  });

  test('two that ask at once get the same outcome', async () => {
    provider.err('token-held');
    const outcomes = Promise.all([refresh(), refresh(), refresh()]);
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    await settled(driver);
    expect(provider.sent).toHaveLength(1);
    provider.err('none');
    expect(await outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(provider.sent).toEqual([]);
    expect((await captureOf(driver, login.id)).tokenCalls).toHaveLength(2);
  });

  test('the worker ends between request and answer: the outcome is not known, and it is not sent again', async () => {
    provider.err('token-held');
    void refresh().catch(() => {});
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    await driver.stopBackground();
    provider.err('none');
    await expectInterrupted();
  });

  test('the worker ends between answer and store: the outcome is not known, and it is not sent again', async () => {
    provider.err('token-held');
    void refresh().catch(() => {});
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    const held = await holdStorage(driver);
    provider.err('none');
    await held.untilSomebodyWaits();
    await driver.stopBackground();
    await held.letGo();
    await expectInterrupted();
  });

  test('the worker ends while a code is exchanged: the code is not handed in again', async () => {
    await begin(driver, own);
    provider.err('token-held');
    await ask(driver, { type: 'signIn', profileId: own.id });
    await waitUntil(() => provider.sent.length > 0, { what: 'the request' });
    await driver.stopBackground();
    provider.err('none');
    await settled(driver);
    const capture = await captureWith(driver, ({ tokenFailure, judgedAt }) => tokenFailure && judgedAt, 'the failure');
    expect(capture.tokenFailure).toMatchObject({ grant: 'authorization_code', kind: 'interrupted' });
    await (await driver.findPage((url) => url.startsWith(own.callback))).close();
    await settled(driver);
    expect(provider.sent).toEqual([]);
  });

  /** Nothing was sent in the next life of the worker, and the tokens are those of before. */
  async function expectInterrupted(): Promise<void> {
    await settled(driver);
    const capture = await captureWith(driver, ({ tokenFailure, judgedAt }) => tokenFailure && judgedAt, 'the failure');
    expect(capture.tokenFailure).toMatchObject({ grant: 'refresh_token', kind: 'interrupted' });
    expect(capture.tokenCall).toBeUndefined();
    expect(capture.tokens).toEqual(login.tokens);
    expect(isUseBlocked(capture.verdicts)).toBe(false);
    await settled(driver);
    expect(provider.sent).toEqual([]);
    await popup.bringToFront();
    await popup.getByText('The worker ended while it waited for the token endpoint').waitFor();
  }
});

function resultOf({ verdicts }: Capture, check: string) {
  return verdicts.find((verdict) => verdict.check === check)?.result;
}

/** A click by script: two pages cannot both be in front. Gives whether there was such a button. */
function clickRefresh(): boolean {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Refresh');
  button?.click();
  return button !== undefined;
}
