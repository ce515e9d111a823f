import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllPassed, isBlocking } from '../../src/protocol/checks.ts';
import type { Capture } from '../../src/protocol/records.ts';
import { findClaim } from '../../src/protocol/token.ts';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { exchangeCode } from './exchange.ts';
import { pressUserinfo, profileOf, signIn, worldOf } from './login.ts';

let provider: Provider;
beforeAll(async () => {
  provider = await serveOpenId({ issuer: 'https://op.example', now: () => now });
});
afterAll(() => provider.close());

/** Signs in, has the code exchanged where that is how the ID token comes, and calls userInfo. */
async function ask(responseType: string, fault: FaultName, isExchanged = false): Promise<Capture> {
  const own = profileOf(provider, { responseType });
  const world = worldOf(provider, own, () => now);
  provider.err(fault);
  const signedIn = await signIn(own, provider, world);
  const capture = isExchanged ? await exchangeCode(signedIn, { own, provider, world }) : signedIn.capture;
  const { capture: asked, outcome } = await pressUserinfo(capture, world);
  expect(outcome).toEqual({ ok: true });
  return asked;
}

function resultOf({ verdicts }: Capture, check: string): string | undefined {
  return verdicts.find((verdict) => verdict.check === check)?.result;
}

const asksUserinfo = () => provider.requests.filter(({ path }) => path === '/userinfo');

describe.each([
  ['id_token token', false],
  ['code id_token token', false],
  ['code', true],
  ['code id_token', true],
  ['code token', true],
])('%s', (responseType, isExchanged) => {
  test('userinfo-invalid-sub: its values are not used', async () => {
    const capture = await ask(responseType, 'userinfo-invalid-sub', isExchanged);
    expect(capture.verdicts.filter(isBlocking).map(({ check }) => check)).toEqual(['userinfo_sub']);
    expect(capture.verdicts.find(({ check }) => check === 'userinfo_sub')).toMatchObject({ actual: 'adainvalid' });
  });

  test('userinfo-bearer-header: the token goes in the header and nowhere else', async () => {
    const capture = await ask(responseType, 'none', isExchanged);
    expect(resultOf(capture, 'userinfo_transport')).toBe('pass');
    expect(asksUserinfo()).toMatchObject([{ method: 'GET', path: '/userinfo' }]);
    const [{ headers, query } = { headers: {}, query: [] }] = asksUserinfo();
    expect(headers.authorization).toBe(`Bearer ${capture.tokens.access_token}`);
    expect([...query]).toEqual([]);
  });

  test('scope-userinfo-claims: the claims come from userInfo', async () => {
    const capture = await ask(responseType, 'none', isExchanged);
    expect(JSON.parse(capture.userinfo?.body ?? '')).toMatchObject({ email: 'ada@example.com' });
    expect(resultOf(capture, 'userinfo_response')).toBe('pass');
    expect(resultOf(capture, 'userinfo_sub')).toBe('pass');
  });

  test('userinfo-signed: its signature, issuer and audience are checked', async () => {
    const capture = await ask(responseType, 'userinfo-signed', isExchanged);
    expect(resultOf(capture, 'userinfo_signed')).toBe('pass');
    expect(resultOf(capture, 'userinfo_sub')).toBe('pass');
  });

  test.each(['aggregated-claims', 'distributed-claims'] as const)('%s: nobody else is asked', async (fault) => {
    const capture = await ask(responseType, fault, isExchanged);
    expect(capture.verdicts.filter(isBlocking)).toEqual([]);
    expect(provider.requests.at(-1)?.path).toBe('/userinfo');
  });

  test('userinfo-enc: an encrypted answer ends politely and never green', async () => {
    const capture = await ask(responseType, 'userinfo-encrypted', isExchanged);
    expect(isAllPassed(capture.verdicts)).toBe(false);
    expect(resultOf(capture, 'userinfo_sub')).not.toBe('pass');
  });
});

test('scope-userinfo-claims, id_token: the claims stand in the ID token', async () => {
  const own = profileOf(provider, { responseType: 'id_token' });
  provider.err('none');
  const { capture } = await signIn(
    own,
    provider,
    worldOf(provider, own, () => now),
  );
  expect(findClaim(capture.tokens.id_token, 'email')).toBe('ada@example.com');
  expect(isAllPassed(capture.verdicts)).toBe(true);
});

test('code token: without an ID token at hand the person is not told by userInfo', async () => {
  const capture = await ask('code token', 'none');
  expect(resultOf(capture, 'userinfo_sub')).not.toBe('pass');
  expect(capture.verdicts.filter(isBlocking)).toEqual([]);
});
