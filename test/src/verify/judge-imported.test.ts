import { expect, test } from 'vitest';
import { takeImported } from '../../../src/capture/take-imported.ts';
import { redact } from '../../../src/handover/redaction/redact.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { halfHash } from '../../../src/verify/half-hash.ts';
import { judge } from '../../../src/verify/judge.ts';
import { makeKey, signToken } from '../../support/provider/signing.ts';
import { now } from '../../support/records.ts';
import { about, goodClaims, key, known, signed } from './known.ts';

const login = known({ capture: { tokens: {} }, profile: { responseType: 'id_token token' } });

async function held(): Promise<Capture> {
  const access = signed({ aud: 'api' });
  const hash = await halfHash('SHA-256', access);
  const params: Capture['params'] = [
    ['id_token', ''],
    ['access_token', ''],
    ['token_type', 'Bearer'],
    ['state', 'the-state'],
  ];
  return { ...login.capture, params, tokens: { id_token: signed({ at_hash: hash }), access_token: access } };
}

const imported = (record: Capture) => takeImported(record, { profile: login.profile, isPrivate: false, now });
const verdictsOf = async (capture: Capture) => judge({ ...login, capture });

test('a login of a full export is judged anew: its signature counts, its request does not', async () => {
  const verdicts = await verdictsOf(await imported({ ...(await held()), verdicts: [] }));
  for (const check of ['signature', 'at_hash', 'iss', 'aud', 'exp'] as const) {
    expect(about(verdicts, check)?.result, check).toBe('pass');
  }
  for (const check of ['state', 'nonce', 'csrf_binding'] as const) {
    expect(about(verdicts, check), check).toMatchObject({
      result: 'not_checked',
      reason: expect.stringContaining('from the file alone'),
    });
  }
});

test('what the file says of its client is not taken: it is pinned to the profile here', async () => {
  const elsewhere = { clientId: 'other', authorization: 'https://elsewhere.example' };
  const { client } = await imported({ ...(await held()), client: elsewhere });
  const { clientId, endpoints } = login.profile as Profile;
  expect(client).toEqual({ clientId, authorization: endpoints.authorization });
});

test('what a redacted file has lost is not checked, and nothing fails for it', async () => {
  const { captures } = await redact([await held()], [], { masked: new Set(['sub', 'aud']) });
  const verdicts = await verdictsOf(await imported(captures[0] as Capture));
  expect(verdicts.filter(({ result, check }) => result === 'fail' && check !== 'access_token_profile')).toEqual([]);
  for (const check of ['signature', 'at_hash'] as const) {
    expect(about(verdicts, check), check).toMatchObject({
      result: 'not_checked',
      reason: expect.stringContaining('its signature was cut'),
    });
  }
  expect(about(verdicts, 'aud')).toMatchObject({ result: 'not_checked', reason: expect.stringContaining('masked') });
  expect(about(verdicts, 'iss')?.result).toBe('pass');
});

test('a token that was changed in the file fails', async () => {
  const record = await held();
  const forged = signed({ sub: 'eve' }).split('.')[1];
  const [header, , signature] = (record.tokens.id_token ?? '').split('.');
  const verdicts = await verdictsOf(
    await imported({ ...record, tokens: { id_token: `${header}.${forged}.${signature}` } }),
  );
  expect(about(verdicts, 'signature')?.result).toBe('fail');
});

test('a captured token with a mark in it is a broken one', async () => {
  const record = await held();
  const [header, payload] = (record.tokens.id_token ?? '').split('.');
  const verdicts = await verdictsOf({ ...record, tokens: { id_token: `${header}.${payload}.‹signature 7f3a›` } });
  expect(about(verdicts, 'compact_form')?.result).toBe('fail');
});

test('neither the keys that a file brings nor what it says of where its tokens came from make a forged token pass', async () => {
  const own = makeKey('RSA', key.kid);
  const forged = signToken({
    alg: 'RS256',
    header: { alg: 'RS256', kid: key.kid },
    claims: goodClaims,
    key: own,
    secret: '',
  });
  const record: Capture = {
    ...(await held()),
    origin: 'sample',
    sampleKeys: [own.jwk],
    source: 'token_endpoint',
    startedHere: true,
    intercepted: true,
    tokens: { id_token: forged, access_token: 'opaque' },
    tokenCalls: [{ grant: 'authorization_code', at: now, status: 200, hadAccess: true }],
    tokenAnswer: {
      grant: 'authorization_code',
      at: now,
      status: 200,
      contentType: 'application/json',
      body: '{"id_token":"","access_token":"","token_type":"Bearer"}',
    },
    judgedAt: now,
    verdicts: [{ check: 'signature', result: 'pass', token: 'id_token' }],
  };
  const capture = await imported(record);
  expect(capture).not.toHaveProperty('sampleKeys');
  expect(about(await verdictsOf(capture), 'signature')?.result).toBe('fail');
  expect(about(await verdictsOf({ ...capture, sampleKeys: [own.jwk] }), 'signature')?.result).toBe('fail');
});
