import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../../src/protocol/discovery.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { judgeDiscovery } from '../../../src/verify/judge-discovery.ts';
import { now, profile } from '../../support/records.ts';
import { knownBy } from '../../support/signing-keys.ts';

const issuer = 'https://op.example/op';
const passes = [
  { check: 'discovery_issuer', result: 'pass' },
  { check: 'discovery_endpoints', result: 'pass' },
];

function judge(document: Record<string, unknown>, over: Partial<Profile> = {}) {
  const held = profile({ provider: 'oidc', issuer, callback: 'https://app.example/cb', ...over });
  const discovered = readMetadata(held.issuer ?? '', { issuer: held.issuer, ...document }, now);
  return judgeDiscovery(knownBy({ profile: held, discovered }));
}

test('an issuer that its document names, with endpoints that are https, passes', () => {
  const rest = { token_endpoint: 'https://login.example/token', userinfo_endpoint: 'https://login.example/userinfo' };
  expect(judge({ jwks_uri: 'https://op.example/jwks', ...rest })).toEqual(passes);
  expect(judge({})).toEqual(passes);
});

test('without an issuer nothing is listed', () => {
  const { issuer: _, ...without } = profile();
  expect(judgeDiscovery(knownBy({ profile: without }))).toEqual([]);
  expect(judgeDiscovery(knownBy({ profile: undefined }))).toEqual([]);
});

test('another issuer fails, and nothing is said of endpoints that are not used', () => {
  expect(judge({ issuer: `${issuer}/` })).toMatchObject([
    { check: 'discovery_issuer', result: 'fail', expected: issuer, actual: `${issuer}/` },
    { check: 'discovery_endpoints', result: 'not_checked' },
  ]);
});

describe('an endpoint', () => {
  const local = { issuer: 'http://localhost:9000', callback: 'http://localhost:3000/cb' };
  test.each<[string, Record<string, unknown>, Partial<Profile>, object]>([
    [
      'of plain http',
      { token_endpoint: 'http://op.example/token' },
      {},
      { actual: 'token_endpoint http://op.example/token' },
    ],
    [
      'of plain http beside a local issuer',
      { jwks_uri: 'http://op.example/jwks' },
      local,
      { actual: 'jwks_uri http://op.example/jwks' },
    ],
    ['that is no address', { userinfo_endpoint: 'op.example' }, {}, { actual: 'userinfo_endpoint op.example' }],
    ['that is empty', { jwks_uri: '' }, {}, { actual: 'jwks_uri empty' }],
    ['on this machine, of an issuer elsewhere', { jwks_uri: 'http://localhost:9000/jwks' }, {}, {}],
  ])('%s is blocking', (_, document, over, words) => {
    const [, verdict] = judge(document, over);
    expect(verdict).toMatchObject({ result: 'fail', expected: 'https', ...words });
    expect(verdict).not.toHaveProperty('severity');
  });
  test.each<[string, Record<string, unknown>, Partial<Profile>, object]>([
    ['on this machine', { jwks_uri: 'http://localhost:9000/jwks' }, local, { expected: 'https' }],
    [
      'with the keys on another host',
      { jwks_uri: 'https://keys.example/jwks' },
      {},
      { expected: 'jwks_uri on op.example', actual: 'keys.example' },
    ],
  ])('%s is a warning', (_, document, over, words) => {
    expect(judge(document, over)[1]).toMatchObject({ result: 'fail', severity: 'warning', ...words });
  });
  test('of a user pool lies on its domain, and without one a note says so', () => {
    const pool = profile();
    const keys = { jwks_uri: `${pool.issuer}/.well-known/jwks.json` };
    const { provider } = pool;
    const at = (authorization_endpoint: string) =>
      judge({ ...keys, authorization_endpoint }, { provider, issuer: pool.issuer ?? '' })[1];
    expect(at(pool.endpoints.authorization)).toEqual(passes[1]);
    expect(at(`${pool.issuer}/authorize`)).toMatchObject({
      severity: 'info',
      reason: expect.stringMatching(/has no domain/),
    });
  });
});

describe('metadata that could not be had leaves both unchecked, with the reason', () => {
  test.each([
    ['address', /without a query/],
    ['unreachable', /did not answer/],
    ['timeout', /within 5 s/],
    ['redirect', /not followed/],
    ['status', /status 503/],
    ['not_json', /other than JSON/],
    ['too_large', /256 KB/],
  ] as const)('%s', (problem, reason) => {
    const discovered = { ok: false, problem, ...(problem === 'status' && { detail: '503' }) } as const;
    expect(judgeDiscovery(knownBy({ discovered }))).toMatchObject([
      { check: 'discovery_issuer', result: 'not_checked', reason },
      { check: 'discovery_endpoints', result: 'not_checked', reason },
    ]);
  });
  test('also with a copy that was saved earlier', () => {
    const saved = readMetadata(issuer, { issuer, jwks_uri: 'https://op.example/jwks' }, now);
    const discovered = saved.ok ? { ...saved, savedFor: { problem: 'timeout' as const } } : saved;
    const held = profile({ provider: 'oidc', issuer });
    expect(judgeDiscovery(knownBy({ profile: held, discovered }))).toMatchObject([
      { check: 'discovery_issuer', result: 'not_checked', reason: expect.stringMatching(/within 5 s/) },
      { check: 'discovery_endpoints', result: 'not_checked', reason: expect.stringMatching(/within 5 s/) },
    ]);
  });
});
