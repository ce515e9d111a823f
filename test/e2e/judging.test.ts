import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { profile } from '../support/records.ts';
import { browsers } from './support/browsers.ts';
import { checkLines, isOutOfUse } from './support/checks.ts';
import { resultsOf } from './support/verdicts.ts';

/** Judging is the same code in both; what differs between the browsers is how an answer comes, which others test. */
const [[, launch] = []] = browsers;

let driver: Driver;
let popup: TestPage;
/** A provider as OpenID Connect has it, and a pool, which brings an ID token with `token`. */
let provider: Provider;
let pool: Provider;

beforeAll(async () => {
  provider = await serveOpenId();
  pool = await serveOpenId({ isCognito: true });
  if (!launch) throw new Error('There is no browser to test in.');
  driver = await launch();
  popup = await driver.openPage('popup.html');
});
afterAll(async () => {
  await driver?.close();
  await provider?.close();
  await pool?.close();
});

/** One profile and nothing else, a provider that errs in this way, and a press on "Sign in". */
async function pressSignIn(responseType: string, fault: FaultName): Promise<Provider> {
  const asked = responseType === 'token' ? pool : provider;
  const { issuer, endpoints } = asked;
  asked.err(fault);
  const own = profile({
    provider: asked === pool ? 'cognito' : 'oidc',
    issuer,
    endpoints,
    callback: `${issuer}/callback`,
    responseType,
  });
  await driver.writeStorage('session', { captures: [], documents: [] });
  await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  return asked;
}

async function signIn(responseType: string, fault: FaultName): Promise<Provider> {
  const asked = await pressSignIn(responseType, fault);
  await captureWith(driver, ({ judgedAt }) => judgedAt, 'the judged capture');
  await (await driver.findPage((url) => url.startsWith(`${asked.issuer}/callback`))).close();
  await popup.bringToFront();
  return asked;
}

/** How often userInfo was asked; before a request with a token the browser sends another without. */
const asksUserinfo = ({ requests }: Provider, methods = ['OPTIONS', 'GET']) =>
  requests.filter(({ path, method }) => path === '/userinfo' && methods.includes(method)).length;

describe.each(['token', 'id_token', 'id_token token'])('response_type=%s', (responseType) => {
  const hasAccessToken = responseType !== 'id_token';

  test('a good login passes every check that counts', async () => {
    await signIn(responseType, 'none');
    await popup.getByRole('link', { name: /^\d+ checks passed/ }).waitFor();
    const lines = await checkLines(popup);
    expect(lines).toContainEqual(expect.stringMatching(/^Signature ?Passed/));
    expect(lines).toContainEqual(expect.stringMatching(/^Nonce nonce ?Passed/));
    expect(lines).toContainEqual(expect.stringMatching(/^Audience aud ?Passed/));
    if (hasAccessToken) expect(lines).toContainEqual(expect.stringMatching(/^Access token hash at_hash ?Passed/));
    // it is called over http, on this machine
    expect(lines).toContainEqual(expect.stringMatching(/^Endpoints.*Warning/));
    expect(lines.filter((line) => /^[^.]*Failed/.test(line))).toEqual([]);
    if (hasAccessToken) expect(await isOutOfUse(popup, 'Call userInfo')).toBe(false);
  });

  const third: [FaultName, string, RegExp] =
    responseType === 'id_token token'
      ? ['invalid-athash', 'a wrong at_hash', /^Access token hash at_hash ?Failed/]
      : ['invalid-aud', 'a wrong audience', /^Audience aud ?Failed/];
  const faults: [FaultName, string, RegExp][] = [
    ['invalid-sig-rs256', 'a bad signature', /^Signature ?Failed/],
    ['nonce-invalid', 'a wrong nonce', /^Nonce nonce ?Failed/],
    third,
  ];

  test.each(faults)('%s: the check fails, and nothing of the answer is used unasked', async (fault, _what, line) => {
    const asked = await signIn(responseType, fault);
    await popup.getByRole('link', { name: /^1 check failed/ }).waitFor();
    await waitUntil(async () => (await checkLines(popup)).some((one) => line.test(one)), { what: String(line) });
    if (!hasAccessToken) {
      expect(await popup.getByRole('button', { name: 'Call userInfo', exact: true }).count()).toBe(0);
      return;
    }
    expect(await isOutOfUse(popup, 'Call userInfo')).toBe(true);
    await popup.keyboard.press('u');
    await popup.getByRole('button', { name: 'Use it anyway', exact: true }).click();
    expect(await isOutOfUse(popup, 'Call userInfo')).toBe(false);
    expect(asksUserinfo(asked)).toBe(0);
    await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
    await waitUntil(() => asksUserinfo(asked, ['GET']) === 1, { what: 'the one call' });
    // its answer is judged with the issuer's documents: only then is nothing under way that the next test would see
    const isJudged = ({ verdicts }: Capture) => verdicts.some(({ token }) => token === 'userinfo');
    await captureWith(driver, isJudged, 'the judged userInfo answer');
  });
});

test('at an issuer whose metadata names another one no login is started', async () => {
  const asked = await pressSignIn('id_token token', 'discovery-issuer-mismatch');
  await popup.getByText('The sign-in did not start').waitFor();
  expect(asked.requests.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration']);
});

test('an issuer is trusted only when the person says so, and then checked against', async () => {
  provider.err('none');
  const { issuer, endpoints } = provider;
  const { issuer: _, ...unnamed } = profile({
    provider: 'oidc',
    endpoints,
    callback: `${issuer}/callback`,
    responseType: 'id_token token',
  });
  await driver.writeStorage('session', { captures: [], documents: [] });
  await driver.writeStorage('local', { profiles: [unnamed], activeProfile: unnamed.id });
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  const before = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the judged capture');
  expect(resultsOf(before.verdicts, ['iss', 'signature'])).toEqual(['not_checked', 'not_checked']);
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Trust this issuer', exact: true }).click();
  await popup.getByText('Issuer trusted on first use').waitFor();
  await captureWith(
    driver,
    ({ verdicts }) => resultsOf(verdicts, ['iss', 'signature']).every((result) => result === 'pass'),
    'the verdicts',
  );
  const [stored] = (await driver.readStorage('local', 'profiles')).profiles as Profile[]; // written by the test
  expect(stored).toMatchObject({ issuer, trustedOnFirstUse: { issuer, at: before.capturedAt } });
});

test('a callback URL that is pasted is read and checked in the same way', async () => {
  const { issuer, endpoints } = provider;
  const callback = `${issuer}/callback`;
  const own = profile({ provider: 'oidc', issuer, endpoints, callback, responseType: 'id_token token' });
  const request = {
    client_id: own.clientId,
    redirect_uri: callback,
    scope: 'openid',
    nonce: 'theirs',
    state: 'theirs',
  };
  const query = new URLSearchParams({ ...request, response_type: own.responseType });
  const answer = await fetch(`${endpoints.authorization}?${query}`, { redirect: 'manual' });
  await driver.writeStorage('session', { captures: [] });
  await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
  const page = await driver.openPage('page.html#paste');
  await page.bringToFront();
  await page.getByRole('textbox', { name: /^Token, callback URL/ }).fill(answer.headers.get('location') ?? '');
  await page.getByRole('button', { name: 'Read it', exact: true }).click();
  const pasted = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the judged capture');
  expect(pasted).toMatchObject({ origin: 'pasted', startedHere: false, callback, profileId: own.id });
  expect(resultsOf(pasted.verdicts, ['signature', 'aud', 'at_hash', 'callback_url'])).toEqual(Array(4).fill('pass'));
  expect(resultsOf(pasted.verdicts, ['state', 'nonce'])).toEqual(['not_checked', 'not_checked']);
  await page.getByText('pasted by hand').waitFor();
  await page.close();
});
