import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllPassed, isBlocking } from '../../src/protocol/checks.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { profileOf, signIn, worldOf } from './login.ts';

let provider: Provider;
beforeAll(async () => {
  provider = await serveOpenId({ issuer: 'https://op.example', now: () => now });
});
afterAll(() => provider.close());

async function login(responseType: string) {
  const own = profileOf(provider, { responseType });
  const { capture } = await signIn(
    own,
    provider,
    worldOf(provider, own, () => now),
  );
  return capture;
}

test.each(['id_token', 'id_token token', 'code id_token', 'code id_token token'])(
  'encrypted-idtoken-usingrsa15, %s: an encrypted ID token is not checked and never green',
  async (responseType) => {
    provider.err('encrypted-idtoken');
    const { verdicts } = await login(responseType);
    expect(verdicts.find(({ check }) => check === 'compact_form')).toMatchObject({ result: 'not_checked' });
    expect(isAllPassed(verdicts)).toBe(false);
    const ofToken = verdicts.filter(({ token, result }) => token === 'id_token' && result === 'pass');
    expect(ofToken.map(({ check }) => check).filter((check) => check !== 'crit')).toEqual([]);
    expect(provider.requests.filter(({ path }) => path === '/token' || path === '/userinfo')).toEqual([]);
  },
);

test('session management: session_state beside the tokens does no harm', async () => {
  provider.err('session-state');
  expect((await login('id_token token')).verdicts.filter(isBlocking)).toEqual([]);
});

describe('what is not sent from here yet', () => {
  test.todo('rs-dpop-auth-scheme-case-insensitivity: dpop_nonce');
});
