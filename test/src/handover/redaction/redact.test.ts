import { describe, expect, test } from 'vitest';
import { receiptLines } from '../../../../src/handover/redaction/receipt-lines.ts';
import { redact } from '../../../../src/handover/redaction/redact.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { findClaim } from '../../../../src/protocol/token.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const code = '0f7dcb1e-8d7e-4f3a-9c55-1b2c3d4e5f60';
const opaque = '2YotnFZFEjr1zCsicMWpAA7fXq0NbV9kLz3sHd5tGw8';
const salt = new Uint8Array(16);

const redacted = async (over: Partial<Capture>, masked: string[] = []) => {
  const { captures, receipt } = await redact([capture(over)], [profile()], { masked: new Set(masked), salt });
  return { ...(captures[0] as Capture), receipt };
};

test('the signature of a token is cut, and what it says stays to the letter', async () => {
  const payload = '{"sub":"ada","big":12345678901234567890,"sub":"eve"}';
  const raw = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(payload).toString('base64url')}.c2lnbmF0dXJl`;
  const { tokens } = await redacted({ tokens: { id_token: raw } });
  const [header, body, signature] = tokens.id_token?.split('.') ?? [];
  expect(header).toBe(raw.split('.')[0]);
  expect(Buffer.from(body ?? '', 'base64url').toString()).toBe(payload);
  expect(signature).toMatch(/^‹signature [0-9a-f]{4}›$/);
});

test.each<[what: string, over: Partial<Capture>, where: (one: Capture) => unknown, kind: string]>([
  ['an opaque token', { tokens: { access_token: opaque } }, ({ tokens }) => tokens.access_token, 'token'],
  ['a code', { params: [['code', code]] }, ({ params }) => params[0]?.[1], 'code'],
  ['a short code', { params: [['code', 'a1']] }, ({ params }) => params[0]?.[1], 'code'],
  ['a state', { params: [['state', 'fragment']] }, ({ params }) => params[0]?.[1], 'state'],
  [
    'an encrypted token',
    { tokens: { id_token: `${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}..aaaa.bbbb.cccc` } },
    ({ tokens }) => tokens.id_token,
    'encrypted',
  ],
  ['a token that cannot be read', { tokens: { id_token: 'eyJ.broken' } }, ({ tokens }) => tokens.id_token, 'token'],
])('%s is replaced whole', async (_, over, where, kind) => {
  expect(where(await redacted(over))).toMatch(new RegExp(`^‹${kind} [0-9a-f]{4}›$`));
});

test('words of the record stay, whatever a secret is called', async () => {
  const held = capture({ params: [['state', 'main']], deadRefreshToken: { at: now, why: 'revoked' } });
  const { frame, deadRefreshToken, source } = await redacted(held);
  expect({ frame, deadRefreshToken, source }).toEqual({
    frame: 'main',
    deadRefreshToken: { at: now, why: 'revoked' },
    source: 'fragment',
  });
});

test('hashes and the names of parties stay, as they tell nothing of a token and say whether it is the right one', async () => {
  const claims = {
    iss: 'https://login.example.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    aud: '1example23456789abcdefghij',
    at_hash: 'sFHpJKllgxlBogwv07x5Jg',
    c_hash: 'LDktKdoQak3Pk0cnXxCltA',
    jti: '0b6f8e1d-41c2-4a3e-9d57-c8e2f60a1b93',
  };
  const verdicts: Capture['verdicts'] = [{ check: 'aud', result: 'fail', expected: 'other', actual: claims.aud }];
  const one = await redacted({ tokens: { id_token: token(claims) }, verdicts });
  for (const [name, value] of Object.entries(claims)) expect(findClaim(one.tokens.id_token, name)).toBe(value);
  expect(one.verdicts[0]?.actual).toBe(claims.aud);
});

describe('masked claims', () => {
  const claims = {
    sub: 'ada-1',
    email: 'ada@example.com',
    address: { locality: 'Springfield' },
    phone_number: 15551234567,
  };
  const all = Object.keys(claims);

  test('are gone from the token, and from wherever else their values stand', async () => {
    const one = await redacted(
      {
        tokens: { id_token: token(claims) },
        error: { error: 'access_denied', description: 'ADA@example.com of Springfield is locked' },
        userinfo: { status: 200, at: now, body: JSON.stringify({ ...claims, family: 'x' }) },
        events: [{ at: now, kind: 'note', detail: 'user=ada%40example.com' }],
      },
      all,
    );
    for (const name of all) expect(findClaim(one.tokens.id_token, name)).toMatch(/^‹\w+ [0-9a-f]{4}›$/);
    const text = JSON.stringify(one);
    for (const value of ['ada-1', 'da@example', 'DA@example', 'Springfield', '15551234567', 'ada%40'])
      expect(text).not.toContain(value);
    expect(JSON.parse(one.userinfo?.body ?? '{}').email).toBe(findClaim(one.tokens.id_token, 'email'));
  });

  test('that are not masked stay', async () => {
    const { tokens } = await redacted({ tokens: { id_token: token(claims) } }, ['sub']);
    expect(findClaim(tokens.id_token, 'email')).toBe('ada@example.com');
  });

  test('are taken out of a hint in a profile', async () => {
    const own = profile({ extraParams: [['login_hint', 'ada@example.com']], name: 'for ada@example.com' });
    const { profiles } = await redact([capture({ tokens: { id_token: token(claims) } })], [own], {
      masked: new Set(all),
    });
    expect(JSON.stringify(profiles)).not.toContain('ada@');
    expect(profiles[0]?.clientId).toBe(own.clientId);
  });
});

test('the receipt counts different values and names the claims', async () => {
  const over: Partial<Capture> = {
    tokens: { id_token: token({ sub: 'ada-1' }), access_token: opaque },
    params: [
      ['code', code],
      ['state', 'abc'],
    ],
  };
  const { receipt } = await redacted(over, ['sub', 'email']);
  expect(receipt).toEqual({
    removed: { signature: 1, token: 1, code: 1, state: 1 },
    masked: [{ claim: 'sub', values: 1 }],
    leftOut: [],
  });
  expect(receiptLines(receipt)).toEqual([
    '1 signature cut',
    '1 opaque token replaced',
    '1 code replaced',
    '1 state replaced',
    'Claims masked: sub',
  ]);
});

test('two exports of the same have other marks', async () => {
  const once = async () =>
    (await redact([capture({ params: [['code', code]] })], [], { masked: new Set() })).captures[0]?.params[0]?.[1];
  expect(new Set(await Promise.all([once(), once(), once(), once()])).size).toBeGreaterThan(1);
});

test('what is nested ten thousand deep is left out', async () => {
  const deep = `${'['.repeat(10_000)}"${opaque}"${']'.repeat(10_000)}`;
  const { userinfo } = await redacted({ userinfo: { status: 200, at: now, body: `{"a":${deep}}` } });
  expect(userinfo?.body.length).toBeLessThan(500);
  expect(userinfo?.body).toContain('nested too deep');
});

test.each([
  ['base64 that begins like a path', '/Jq6NqS9ePiSzYPq/AFCr8QurCErQWOqIYRM4gGitbtSdMwL'],
  ['a UUID', code],
])('pieces of a code that is %s are gone from other texts', async (_, value) => {
  const detail = `${value.slice(0, 8)} then ${value.slice(8)}`;
  const { events } = await redacted({ params: [['code', value]], events: [{ at: now, kind: 'note', detail }] });
  expect(events[0]?.detail).toMatch(/^‹part of code [0-9a-f]{4}› then ‹(?:part of code|value) [0-9a-f]{4}›$/);
});

test('a state that is an address takes no other address with it', async () => {
  const { callback, params } = await redacted({
    params: [['state', 'http://localhost:3000/orders']],
    callback: 'http://localhost:3000/callback',
  });
  expect(callback).toBe('http://localhost:3000/callback');
  expect(params[0]?.[1]).toMatch(/^‹state/);
});
