import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBlocking, severityOf } from '../../src/protocol/checks.ts';
import { findParameter } from '../../src/protocol/jarm.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { FaultName } from '../support/provider/faults.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { exchangeCode } from './exchange.ts';
import { pressUserinfo, profileOf, signIn, worldOf } from './login.ts';
import { type Flow, flows, type Row } from './row.ts';

type Options = Partial<Profile> & { isCognito?: boolean };

/** One test for each row and flow: the named check has its result, no other check changes, nothing is sent that must not be. */
export function describeRows(rows: readonly Row[], { isCognito = false, ...always }: Options = {}): void {
  let provider: Provider;
  beforeAll(async () => {
    provider = await serveOpenId({ issuer: 'https://op.example', isCognito, now: () => now });
  });
  afterAll(() => provider.close());

  async function run(over: Partial<Profile>, fault: FaultName) {
    const own = profileOf(provider, over);
    const world = worldOf(provider, own, () => now);
    provider.err(fault);
    const signedIn = await signIn(own, provider, world);
    const capture = await exchangeCode(signedIn, { own, provider, world });
    const isExchanged = provider.requests.some(({ path }) => path === '/token');
    // the code of an answer that failed is not redeemed
    const mayExchange =
      findParameter(capture.params, 'code') !== undefined && !signedIn.capture.verdicts.some(isBlocking);
    expect(isExchanged).toBe(mayExchange);
    return { world, capture };
  }

  const known = new Map<string, string[]>();
  /** What fails of the same login with nothing wrong. */
  async function failingRight(over: Partial<Profile>): Promise<string[]> {
    const key = JSON.stringify(over);
    const found = known.get(key) ?? failing((await run(over, 'none')).capture);
    known.set(key, found);
    return found;
  }

  for (const row of rows) {
    for (const flow of row.flows) {
      test(`${row.module}, ${flows[flow]}: ${row.check} ${row.result}, requests ${row.requests}`, () =>
        check(row, flow));
    }
  }

  async function check(row: Row, flow: Flow): Promise<void> {
    const { extraParams = [], ...over } = row.profile ?? {};
    const base = { ...always, responseType: flows[flow], extraParams };
    const right = await failingRight(base);
    const { capture, world } = await run({ ...base, ...over }, row.fault);
    expectResult(capture, row);
    expect(failing(capture)).toEqual([...new Set([...right, ...namedFailures(row, capture)])].sort());
    const before = provider.requests.length;
    const { outcome } = await pressUserinfo(capture, world);
    const isCalled = row.requests === 'allowed' && capture.tokens.access_token !== undefined;
    expect(outcome.ok).toBe(isCalled);
    const asked = provider.requests.slice(before).map(({ path }) => path);
    expect(asked.filter((path) => path === '/token' || path === '/userinfo')).toEqual(isCalled ? ['/userinfo'] : []);
  }
}

/** What is bad about an ID token from the token endpoint is summed up in a check of its own. */
function namedFailures({ check, also = [], result, severity = 'blocking' }: Row, { tokenAnswer }: Capture): string[] {
  if (result !== 'fail') return [];
  const isSummedUp = tokenAnswer !== undefined && severity === 'blocking';
  return [check, ...also, ...(isSummedUp ? ['token_endpoint_id_token'] : [])];
}

function expectResult({ verdicts }: Capture, { check, also = [], result, severity = 'blocking' }: Row): void {
  for (const id of [check, ...also]) {
    const results = verdicts.filter((verdict) => verdict.check === id).map((verdict) => verdict.result);
    if (result === 'absent') expect(results, id).toEqual([]);
    else expect(results, id).toContain(result);
    if (result === 'pass') expect(results, id).not.toContain('fail');
  }
  const failures = verdicts.filter((verdict) => verdict.check === check && verdict.result === 'fail');
  expect(failures.map(severityOf)).toEqual(failures.map(() => severity));
}

function failing({ verdicts }: Capture): string[] {
  return [...new Set(verdicts.filter(({ result }) => result === 'fail').map(({ check }) => check))].sort();
}
