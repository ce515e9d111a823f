import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { Profile } from '../../../src/protocol/records.ts';
import { judgeJarm } from '../../../src/verify/judge-jarm.ts';
import type { Known } from '../../../src/verify/known.ts';
import { capture, now, profile, token } from '../../support/records.ts';

const issuer = 'https://op.example';
const clientId = 'the-client';
const at = now / 1000;
const claims = { iss: issuer, aud: clientId, exp: at + 600, code: 'the-code', state: 'the-state' };
const keys = await generateKeyPair('RS256');
const publicKey = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig' };

function answer(changes: Record<string, unknown> = {}): Promise<string> {
  const entries = Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(entries)).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(keys.privateKey);
}

type More = { profile?: Partial<Profile> | null; known?: Partial<Known>; params?: [string, string][] };

async function judged(response: string, more: More = {}) {
  const mine = more.profile === null ? undefined : profile({ provider: 'oidc', issuer, clientId, ...more.profile });
  return judgeJarm({
    capture: capture({ params: more.params ?? [['response', response]], tokens: {} }),
    profile: mine,
    profiles: mine ? [mine] : [],
    isStateSpent: false,
    discovered: undefined,
    keys: { ok: true, address: `${issuer}/jwks`, fetchedAt: now, keys: [publicKey], retired: [] },
    at: now,
    ...more.known,
  });
}

const [header = '', payload = '', signature = ''] = (await answer()).split('.');
const xored = Buffer.from(Buffer.from(signature, 'base64url').map((byte) => byte ^ 0x5a));
const unsigned = (alg: string) => `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.${payload}.`;

test('one that is in order passes, and a pass says nothing more', async () => {
  expect(await judged(await answer())).toEqual([{ check: 'jarm', result: 'pass' }]);
});
test('of an answer without one it is not listed', async () => {
  expect(await judged('', { params: [['code', 'c']] })).toEqual([]);
  expect(await judged('')).toEqual([]);
});

test.each<[string, string, string, string]>([
  ['another iss', await answer({ iss: `${issuer}1` }), `iss: ${issuer}`, `iss: ${issuer}1`],
  ['no iss', await answer({ iss: undefined }), `iss: ${issuer}`, 'iss: none'],
  ['another aud', await answer({ aud: `${clientId}1` }), `aud: ${clientId}`, `aud: ${clientId}1`],
  ['one aud more', await answer({ aud: [clientId, 'b'] }), `aud: ${clientId}`, `aud: ${clientId}, b`],
  ['no aud', await answer({ aud: undefined }), `aud: ${clientId}`, 'aud: none'],
  ['no exp', await answer({ exp: undefined }), expect.stringMatching(/^exp: later than/), 'exp: none'],
  [
    'an exp that is over',
    await answer({ exp: at - 61 }),
    expect.stringMatching(/60 s allowed/),
    expect.stringMatching(/^exp: 20/),
  ],
  ['another signature', `${header}.${payload}.${xored.toString('base64url')}`, expect.any(String), expect.any(String)],
  ['no signature', `${header}.${payload}.`, expect.any(String), expect.any(String)],
  ['the algorithm none', unsigned('none'), 'RS256', 'none'],
  ['the algorithm nOnE', unsigned('nOnE'), 'RS256', 'nOnE'],
  ['no JWT', 'opaque', expect.any(String), expect.any(String)],
  ['white space in it', `${header}.${payload} .${signature}`, expect.any(String), expect.any(String)],
])('%s fails', async (_, response, expected, actual) => {
  expect(await judged(response)).toEqual([
    expect.objectContaining({ check: 'jarm', result: 'fail', expected, actual }),
  ]);
});

test.each<[string, string, More, RegExp]>([
  ['an encrypted one', `${token({}).split('.')[0]}.a.b.c.d`, {}, /encrypted/],
  [
    'one that came twice',
    '',
    {
      params: [
        ['response', 'a'],
        ['response', 'b'],
      ],
    },
    /more than once/,
  ],
  [
    'one that was too long to keep',
    '',
    {
      known: {
        capture: capture({
          params: [['response', '']],
          tokens: {},
          events: [{ at: now, kind: 'refused', detail: 'response has 300,000 characters; the limit is 262,144' }],
        }),
      },
    },
    /too long to keep: response has 300,000 characters/,
  ],
  ['without an issuer', await answer(), { profile: { issuer: '' } }, /names no issuer/],
  ['without a client id', await answer(), { profile: { clientId: '' } }, /names no client id/],
  ['without a profile', await answer(), { profile: null }, /deleted/],
  ['without keys', await answer(), { known: { keys: { ok: false, why: 'timeout' } } }, /\.$/],
])('%s is not checked', async (_, response, more, reason) => {
  expect(await judged(response, more)).toEqual([
    { check: 'jarm', result: 'not_checked', reason: expect.stringMatching(reason) },
  ]);
});

test('a fault goes before what could not be checked', async () => {
  const [verdict] = await judged(await answer({ aud: undefined }), { profile: { issuer: '' } });
  expect(verdict).toMatchObject({ result: 'fail', actual: 'aud: none' });
});
test('a clock that is behind is named as the reason', async () => {
  const [verdict] = await judged(await answer({ exp: at - 100 }), { known: { clockSkew: -300_000 } });
  expect(verdict?.reason).toMatch(/clock is 5 min ahead/);
});
test('an answer with an error is judged as well', async () => {
  const response = await answer({ code: undefined, error: 'access_denied' });
  expect(await judged(response)).toEqual([{ check: 'jarm', result: 'pass' }]);
});
