import { expect, test } from 'vitest';
import { checkIds } from '../../../src/protocol/checks.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { judge } from '../../../src/verify/judge.ts';
import type { Known } from '../../../src/verify/known.ts';
import { capture, now, profile, token } from '../../support/records.ts';

function known(over: Partial<Capture> = {}): Known {
  return {
    capture: capture(over),
    profile: profile(),
    profiles: [profile()],
    isStateSpent: false,
    discovered: undefined,
    keys: { ok: false, why: 'no_issuer' },
    at: now,
  };
}

const checks = async (over: Partial<Capture>) => (await judge(known(over))).map(({ check }) => check);

test('the checks come in the order of their table, and judging again gives the same', async () => {
  const verdicts = await judge(known());
  const places = verdicts.map(({ check }) => (checkIds as string[]).indexOf(check));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(await judge(known())).toEqual(verdicts);
});

test('the response and its ID token are judged', async () => {
  expect(await checks({})).toEqual(
    expect.arrayContaining(['callback_url', 'state', 'token_type', 'signature', 'nonce']),
  );
});

test('of an answer with an error no token is judged', async () => {
  const found = await checks({ error: { error: 'access_denied' } });
  expect(found[0]).toBe('error_response');
  expect(found).not.toContain('signature');
  expect(found).not.toContain('nonce');
});

test('an error as a JWT is judged with it', async () => {
  const params: Capture['params'] = [['response', token({ error: 'login_required' })]];
  expect(await checks({ params, tokens: {} })).toEqual(expect.arrayContaining(['error_response', 'jarm']));
});

test('the own page of a provider is no answer', async () => {
  expect(await checks({ events: [{ at: now, kind: 'provider_error_page' }], error: { error: 'e' } })).toEqual([]);
});
