import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBlocking, isUseBlocked } from '../../src/protocol/checks.ts';
import type { Capture } from '../../src/protocol/records.ts';
import { captureWith } from '../../tools/journey.mjs';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, type Sent, serveOpenId } from '../support/provider/serve.ts';
import { browsers } from './support/browsers.ts';
import { allDone, ask, begin, profileAt, signIn } from './support/login.ts';
import type { Watched } from './support/watched.ts';

/** The same code runs in both; the main paths of both are in token-life.test.ts. */
const [[, launch] = []] = browsers;

let driver: Watched;
let provider: Provider;
beforeAll(async () => {
  provider = await serveOpenId();
  if (!launch) throw new Error('There is no browser to test in.');
  driver = await launch({ variant: '-granted' });
});
afterAll(async () => {
  await driver?.close();
  await provider?.close();
});

const namesOf = ({ params }: Capture) => params.map(([name]) => name).sort();
const blocking = ({ verdicts }: Capture) => verdicts.filter(isBlocking).map(({ check }) => check);

const flows = [
  {
    responseType: 'code',
    brings: ['code', 'state'],
    bad: [
      ['invalid-state', 'state'],
      ['missing-state', 'state'],
      ['invalid-authorization-response-iss', 'iss_parameter'],
    ],
  },
  {
    responseType: 'code id_token',
    brings: ['code', 'id_token', 'state'],
    bad: [
      ['invalid-chash', 'c_hash'],
      ['invalid-sig-rs256', 'signature'],
      ['nonce-invalid', 'nonce'],
    ],
  },
  {
    responseType: 'code token',
    brings: ['access_token', 'code', 'expires_in', 'state', 'token_type'],
    bad: [
      ['invalid-state', 'state'],
      ['invalid-authorization-response-iss', 'iss_parameter'],
      ['remove-authorization-response-iss', 'iss_parameter_missing'],
    ],
  },
  {
    responseType: 'code id_token token',
    brings: ['access_token', 'code', 'expires_in', 'id_token', 'state', 'token_type'],
    bad: [
      ['invalid-athash', 'at_hash'],
      ['invalid-chash', 'c_hash'],
      ['invalid-state', 'state'],
    ],
  },
] as const satisfies { responseType: string; brings: string[]; bad: [FaultName, string][] }[];

describe.each(flows)('response_type=$responseType', ({ responseType, brings, bad }) => {
  const isHybrid = responseType !== 'code';

  test('a good login: its code is exchanged once, and the tokens of that answer are held', async () => {
    const own = profileAt(provider, { responseType });
    await begin(driver, own);
    const capture = await signIn(driver, provider, own);
    expect(namesOf(capture)).toEqual(brings);
    expect(provider.sent).toHaveLength(1);
    const { form = {}, headers = {} }: Partial<Sent> = provider.sent[0] ?? {};
    expect(form).toEqual({
      grant_type: 'authorization_code',
      code: capture.params.find(([name]) => name === 'code')?.[1],
      redirect_uri: own.callback,
      client_id: own.clientId,
      code_verifier: expect.stringMatching(/^[\w~.-]{43,128}$/),
    });
    const asked = provider.requests.find(({ path }) => path === '/authorize')?.query;
    expect(asked?.get('code_challenge_method')).toBe('S256');
    expect(asked?.get('code_challenge')).toBe(
      createHash('sha256')
        .update(form.code_verifier ?? '')
        .digest('base64url'),
    );
    expect(asked?.get('nonce')).toMatch(/\S{16}/);
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    expect(Object.keys(capture.tokens).sort()).toEqual(['access_token', 'id_token', 'refresh_token']);
    expect(blocking(capture)).toEqual([]);
    expect(capture).toMatchObject({
      source: isHybrid ? 'fragment' : 'query',
      startedHere: true,
      tokenType: 'Bearer',
      tokenCalls: [{ grant: 'authorization_code', status: 200 }],
      tokenAnswer: { grant: 'authorization_code', status: 200 },
    });
    expect(capture.tokenFailure).toBeUndefined();
    expect(Math.abs((capture.expiresAt ?? 0) - Date.now() / 1000 - 3600)).toBeLessThan(60);
    const ofToken = capture.verdicts.filter(({ from }) => from === 'token_endpoint');
    expect(ofToken.map(({ check }) => check)).toContain('token_endpoint_id_token');
    const firstTokens = Object.keys(capture.frontChannel?.tokens ?? {}).sort();
    expect(firstTokens).toEqual(brings.filter((name) => name === 'access_token' || name === 'id_token'));
    for (const token of Object.values(capture.tokens)) {
      expect(capture.tokenAnswer?.body).not.toContain(token);
      expect(Object.values(capture.frontChannel?.tokens ?? {})).not.toContain(token);
    }
  });

  test.each<readonly [FaultName, string]>(bad)(
    '%s: the check %s fails, and nothing is sent to the token endpoint',
    async (fault, check) => {
      const own = profileAt(provider, { responseType });
      await begin(driver, own);
      const capture = await signIn(driver, provider, own, fault);
      expect(blocking(capture)).toContain(check);
      expect(isUseBlocked(capture.verdicts)).toBe(true);
      expect(capture.tokenCalls).toEqual([]);
      expect(capture.tokens.refresh_token).toBeUndefined();
      await allDone(driver);
      expect(provider.sent).toEqual([]);
    },
  );
});

describe('a second ID token that is wrong turns the login red, and nothing is used unasked', () => {
  test.each([
    ['second-invalid-iss', 'iss'],
    ['second-invalid-sub', 'hybrid_same_subject'],
    ['second-invalid-aud', 'aud'],
    ['second-invalid-nonce', 'nonce'],
    ['second-invalid-sig', 'signature'],
  ] as const)('%s: %s', async (fault, check) => {
    const own = profileAt(provider, { responseType: 'code id_token' });
    await begin(driver, own);
    const capture = await signIn(driver, provider, own, fault);
    expect(blocking(capture)).toContain(check);
    expect(provider.sent).toHaveLength(1);
    const outcome = await callUserinfo(capture);
    expect(outcome.ok).toBe(false);
    expect(provider.requests.filter(({ path }) => path === '/userinfo')).toEqual([]);
  });
});

describe('how the answer comes', () => {
  test('form_post, hybrid: as good as in the fragment', async () => {
    const own = profileAt(provider, {
      responseType: 'code id_token',
      responseMode: 'form_post',
      watchRequests: true,
    });
    await begin(driver, own);
    const capture = await signIn(driver, provider, own);
    expect(capture).toMatchObject({ source: 'form_post', tokenCalls: [{ grant: 'authorization_code', status: 200 }] });
    expect(blocking(capture)).toEqual([]);
    expect(provider.sent).toHaveLength(1);
  });

  test('a code in the fragment, as response_mode asks for it, is exchanged as well', async () => {
    const own = profileAt(provider, { responseMode: 'fragment' });
    await begin(driver, own);
    const capture = await signIn(driver, provider, own);
    expect(capture.source).toBe('fragment');
    expect(blocking(capture)).toEqual([]);
    expect(provider.sent).toHaveLength(1);
  });

  test('with intercept the app never sees the code', async () => {
    const own = profileAt(provider, { intercept: true });
    await begin(driver, own);
    provider.err('none');
    await ask(driver, { type: 'signIn', profileId: own.id });
    const capture = await captureWith(driver, ({ tokenAnswer, judgedAt }) => tokenAnswer && judgedAt, 'the tokens');
    expect(capture.intercepted).toBe(true);
    expect(blocking(capture)).toEqual([]);
    expect(provider.requests.map(({ path }) => path)).not.toContain('/callback');
    expect(provider.sent).toHaveLength(1);
    await allDone(driver);
  });

  test('a code of a login that was not started here is shown, and never redeemed', async () => {
    const own = profileAt(provider);
    await begin(driver, own);
    provider.err('none');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: own.clientId,
      redirect_uri: own.callback,
      scope: 'openid',
      state: 'theirs',
    });
    const page = await driver.newTab(`${provider.endpoints.authorization}?${query}`);
    const capture = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    await page.close();
    expect(capture).toMatchObject({ startedHere: false, tokens: {}, tokenCalls: [] });
    await allDone(driver);
    // not even on a press
    expect((await ask(driver, { type: 'refresh', captureId: capture.id })).ok).toBe(false);
    expect(provider.sent).toEqual([]);
    const popup = await driver.openPage('popup.html');
    await popup.getByText('from a login that was not started here').waitFor();
    await popup.close();
  });

  test('the same answer once more redeems nothing', async () => {
    const own = profileAt(provider);
    await begin(driver, own);
    const { params, id } = await signIn(driver, provider, own);
    expect(provider.sent).toHaveLength(1);
    const page = await driver.newTab(`${own.callback}?${new URLSearchParams(params)}`);
    await captureWith(driver, (one) => one.id === id && one.replays.length > 0, 'the replay');
    await page.close();
    await allDone(driver);
    expect(provider.sent).toHaveLength(1);
  });
});

function callUserinfo({ id }: Capture) {
  return ask(driver, { type: 'callUserinfo', captureId: id });
}
