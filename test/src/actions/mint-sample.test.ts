import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { sampled } from '../../../popup/dev/states-first.ts';
import { mintSample } from '../../../src/actions/mint-sample.ts';
import { captureSchema, profileSchema, type Verdict } from '../../../src/protocol/records.ts';
import { isSample } from '../../../src/protocol/sample.ts';
import { profileOf, sampleProfile } from '../../../src/protocol/sample-profile.ts';
import { type JudgeWorld, judgeCapture } from '../../../src/verify/judge-captures.ts';
import { now, profile } from '../../support/records.ts';

const asked: string[] = [];
/** No address is to be asked for anything, and nothing cached is to be used. */
const world: JudgeWorld = {
  get: async (address) => {
    asked.push(address);
    return { ok: false, kind: 'offline' };
  },
  now: () => now + 60_000,
  cache: {
    read: async (key) => void asked.push(key),
    write: async (key) => void asked.push(key),
  },
  profiles: async () => [profile(), { ...profile(), id: sampleProfile.id, callback: sampleProfile.callback }],
  clientSecret: async () => undefined,
};

const sample = await mintSample(now);
const judge = (over: Partial<typeof sample> = {}) => judgeCapture({ ...sample, ...over }, [sample], world);
const not = (result: Verdict['result']) => (verdict: Verdict) => verdict.result !== result;
const resultOf = (verdicts: Verdict[], id: string) => verdicts.find(({ check }) => check === id)?.result;

test('a sample and what it is judged by have the shape of the records', () => {
  expect(v.is(captureSchema, sample)).toBe(true);
  expect(v.is(profileSchema, sampleProfile)).toBe(true);
});

test('every check passes but the one that no token of Cognito passes', async () => {
  const verdicts = await judge();
  expect(verdicts.filter(not('pass'))).toEqual([
    expect.objectContaining({ check: 'access_token_profile', result: 'fail', actual: 'no typ at+jwt, no aud' }),
  ]);
  for (const check of ['signature', 'nonce', 'at_hash', 'state', 'userinfo_sub', 'discovery_endpoints'])
    expect(resultOf(verdicts, check), check).toBe('pass');
});

test('the plain page shows a sample with the judge’s own verdicts', async () => {
  const told = ({ check, token, result }: Verdict) => [check, token, result];
  expect(sampled(now).verdicts.map(told)).toEqual((await judge()).map(told));
});

test('nobody is asked, whether the signature fits or not, and however often it is judged', async () => {
  const other = await mintSample(now);
  const mixed = { ...sample.tokens, ...(other.tokens.id_token && { id_token: other.tokens.id_token }) };
  expect(resultOf(await judge({ tokens: mixed }), 'signature')).toBe('fail');
  await judgeCapture(sample, [sample], world, { anew: true });
  expect(asked).toEqual([]);
});

test('without its keys the signature is not checked', async () => {
  const { sampleKeys: _, ...keyless } = sample;
  expect(resultOf(await judgeCapture(keyless, [], world), 'signature')).toBe('not_checked');
});

test('each has tokens, a nonce, a state and a key of its own', async () => {
  const other = await mintSample(now);
  expect(other.id).not.toBe(sample.id);
  expect(other.request?.nonce).not.toBe(sample.request?.nonce);
  expect(other.request?.state).not.toBe(sample.request?.state);
  expect(other.sampleKeys).not.toEqual(sample.sampleKeys);
});

test('it expires in an hour, and holds the public half of its key alone', () => {
  expect(sample.expiresAt).toBe(Math.floor(now / 1000) + 3600);
  expect(sample.sampleKeys?.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
});

test('no address in it is one that exists', () => {
  const text = JSON.stringify([sample.callback, sampleProfile]) + decoded(sample.tokens.id_token);
  const hosts = [...text.matchAll(/https:\/\/([^/"]+)/g)].map(([, host]) => host);
  expect(hosts.length).toBeGreaterThan(10);
  expect(hosts.filter((host) => !host?.endsWith('.invalid'))).toEqual([]);
});

describe('the profile of a sample', () => {
  test('is the one made for it, whatever is registered', () => {
    expect(isSample(sample)).toBe(true);
    expect(profileOf(sample, [{ ...profile(), id: sampleProfile.id }])).toBe(sampleProfile);
  });
  test('is no other capture’s', () => {
    const { origin: _, ...captured } = sample;
    expect(profileOf(captured, [])).toBeUndefined();
    expect(profileOf({ ...captured, profileId: profile().id }, [profile()])).toEqual(profile());
  });
});

function decoded(token = ''): string {
  return Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
}
