import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllPassed, isBlocking } from '../../src/protocol/checks.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { JudgeWorld } from '../../src/verify/judge-captures.ts';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { pressUserinfo, profileOf, signIn, worldOf } from './login.ts';

let provider: Provider;
let own: Profile;
let world: JudgeWorld;
let clock = now;

beforeAll(async () => {
  provider = await serveOpenId({ issuer: 'https://op.example', now: () => clock });
});
afterAll(() => provider.close());

/** A browser that has fetched nothing yet. */
function begin(fault: FaultName): void {
  own = profileOf(provider, { responseType: 'id_token token' });
  world = worldOf(provider, own, () => clock);
  provider.err(fault);
}

async function login(): Promise<Capture> {
  return (await signIn(own, provider, world)).capture;
}

function resultsOf({ verdicts }: Capture, ...checks: string[]): string[] {
  return verdicts.filter(({ check }) => checks.includes(check)).map(({ check, result }) => `${check} ${result}`);
}

test('discovery-openid-config: the metadata is fetched and used', async () => {
  begin('none');
  const results = resultsOf(await login(), 'discovery_issuer', 'discovery_endpoints');
  expect(results).toEqual(['discovery_issuer pass', 'discovery_endpoints pass']);
  expect(provider.requests.map(({ path }) => path)).toContain('/.well-known/openid-configuration');
});

test('discovery-jwks-uri-keys: the key set is fetched where the metadata says', async () => {
  begin('discovery-jwks-uri-keys');
  expect(resultsOf(await login(), 'signature')).toEqual(['signature pass']);
  const keys = provider.requests.filter(({ path }) => path.startsWith('/keys'));
  expect(keys.map(({ path }) => path)).toEqual([expect.stringMatching(/^\/keys\/\d+$/)]);
});

test('discovery-issuer-mismatch: the configuration is rejected', async () => {
  begin('discovery-issuer-mismatch');
  const capture = await login();
  expect(capture.verdicts.filter(isBlocking).map(({ check }) => check)).toEqual(['discovery_issuer']);
  expect(resultsOf(capture, 'signature')).toEqual(['signature not_checked']);
  expect((await pressUserinfo(capture, world)).outcome.ok).toBe(false);
  expect(provider.requests.map(({ path }) => path)).toEqual(['/authorize', '/.well-known/openid-configuration']);
});

describe('keys that change', () => {
  test('signing-key-rotation-just-before-signing: an unknown key id has the set fetched once more', async () => {
    begin('none');
    await login();
    provider.rotateKeys();
    clock += 60_000;
    const before = provider.requests.length;
    expect(resultsOf(await login(), 'kid', 'signature')).toEqual(['kid pass', 'signature pass']);
    const paths = provider.requests.slice(before).map(({ path }) => path);
    expect(paths.filter((path) => path === '/keys')).toHaveLength(1);
  });

  test('signing-key-rotation: the login before and the login after are accepted', async () => {
    begin('none');
    const first = await login();
    expect(isAllPassed(first.verdicts)).toBe(true);
    provider.rotateKeys();
    clock += 60_000;
    expect(isAllPassed((await login()).verdicts)).toBe(true);
  });

  test('an unknown key id in one login after the other has the set fetched once more, not each time', async () => {
    begin('none');
    await login();
    provider.err('unknown-kid');
    clock += 60_000;
    for (let count = 0; count < 3; count += 1) {
      const capture = await login();
      expect(capture.verdicts.filter(isBlocking).map(({ check }) => check)).toEqual(['kid']);
    }
    expect(provider.requests.filter(({ path }) => path === '/keys')).toHaveLength(1);
  });
});
