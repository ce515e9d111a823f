import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBlocking } from '../../src/protocol/checks.ts';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { exchangeCode, refresh } from './exchange.ts';
import { pressUserinfo, profileOf, signIn, worldOf } from './login.ts';

let provider: Provider;
let clock = now;
beforeAll(async () => {
  provider = await serveOpenId({ issuer: 'https://op.example', now: () => clock });
});
afterAll(() => provider.close());

/** Signs in, and refreshes an hour later. */
async function refreshed(fault: FaultName) {
  const own = profileOf(provider, { responseType: 'code' });
  const setting = { own, provider, world: worldOf(provider, own, () => clock) };
  provider.err(fault);
  const capture = await exchangeCode(await signIn(own, provider, setting.world), setting);
  expect(capture.verdicts.filter(isBlocking)).toEqual([]);
  clock += 3_600_000;
  return { ...(await refresh(capture, setting)), setting };
}

test('refresh-token: the new ID token continues the first', async () => {
  const { capture, outcome } = await refreshed('none');
  expect(outcome).toEqual({ ok: true });
  const { verdicts } = capture;
  expect(verdicts.find(({ check }) => check === 'refresh_same_subject')).toMatchObject({ result: 'pass' });
  expect(verdicts.filter(({ result }) => result === 'fail')).toEqual([]);
});

test.each([
  ['refresh-token-invalid-issuer', ['iss', 'refresh_same_subject']],
  ['refresh-token-invalid-sub', ['refresh_same_subject']],
] as const)('%s', async (fault, checks) => {
  const { capture, setting } = await refreshed(fault);
  expect(capture.verdicts.filter(isBlocking).map(({ check }) => check)).toEqual(checks);
  const before = provider.requests.length;
  expect((await pressUserinfo(capture, setting.world)).outcome.ok).toBe(false);
  expect(provider.requests).toHaveLength(before);
});
