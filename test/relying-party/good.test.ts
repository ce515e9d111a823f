import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAllPassed } from '../../src/protocol/checks.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { exchangeCode } from './exchange.ts';
import { pressUserinfo, profileOf, signIn, worldOf } from './login.ts';
import { flows } from './row.ts';

let provider: Provider;
beforeAll(async () => {
  provider = await serveOpenId({ issuer: 'https://op.example', now: () => now });
});
afterAll(() => provider.close());

const { T, ...six } = flows;

test.each(Object.values(six))(
  'oidcc-client-test, %s: every check passes, userInfo among them',
  async (responseType) => {
    const own = profileOf(provider, { responseType, iatWindow: 600 });
    const world = worldOf(provider, own, () => now);
    provider.err('none');
    const signedIn = await signIn(own, provider, world);
    expect(unmade(signedIn.capture)).toEqual(
      responseType.includes('code') ? expect.arrayContaining(['code_single_use not_checked']) : [],
    );
    const capture = responseType.includes('code')
      ? await exchangeCode(signedIn, { own, provider, world })
      : signedIn.capture;
    expect(unmade(capture)).toEqual([]);
    expect(isAllPassed(capture.verdicts)).toBe(true);
    if (capture.tokens.access_token === undefined) return;
    const { capture: asked, outcome } = await pressUserinfo(capture, world);
    expect(outcome).toEqual({ ok: true });
    expect(unmade(asked)).toEqual([]);
  },
);

test(`${T}, which proves nothing of the person: a warning, and no check of a token`, async () => {
  const own = profileOf(provider, { responseType: T });
  provider.err('none');
  const { capture } = await signIn(
    own,
    provider,
    worldOf(provider, own, () => now),
  );
  expect(unmade(capture)).toEqual(['implicit_access_token fail']);
});

/** What did not pass. */
function unmade({ verdicts }: { verdicts: { check: string; result: string }[] }): string[] {
  return verdicts.filter(({ result }) => result !== 'pass').map(({ check, result }) => `${check} ${result}`);
}
