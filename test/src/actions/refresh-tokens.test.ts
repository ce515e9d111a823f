import { describe, expect, test } from 'vitest';
import { type RefreshWorld, refreshTokens } from '../../../src/actions/refresh-tokens.ts';
import type { CallRecords } from '../../../src/actions/token-world.ts';
import type { Capture, Profile, Verdict } from '../../../src/protocol/records.ts';
import { answered, codeProfile, goodAnswer, heldCapture } from '../../support/code-login.ts';
import { now, session } from '../../support/records.ts';

function world(held: Partial<Capture> = {}, over: Partial<RefreshWorld> = {}, own: Partial<Profile> = {}) {
  let records: CallRecords = session({ captures: [heldCapture(held)] });
  let clock = now;
  const sent: string[] = [];
  const calling: RefreshWorld = {
    profiles: async () => [codeProfile(own)],
    records: async () => records,
    change: async (change) => {
      records = change(records);
    },
    asOurs: (_, work) => work(),
    exclusively: (_, work) => work(),
    judge: async () => {
      records = { ...records, captures: records.captures.map((one) => ({ ...one, judgedAt: now })) };
    },
    post: async (address) => {
      sent.push(address);
      clock += 1000;
      return answered(goodAnswer);
    },
    now: () => clock,
    discovered: async () => undefined,
    clientSecret: async () => undefined,
    isSecretKept: async () => false,
    mayReach: async () => true,
    ...over,
  };
  return { calling, sent };
}

const failed: Verdict = { check: 'signature', result: 'fail' };
const objections: [string, Partial<Capture>, RegExp][] = [
  ['that was not started here', { startedHere: false }, /did not start this login: refreshing could log its app out/],
  ['that was pasted', { origin: 'pasted' }, /did not start this login/],
  ['without a refresh token', { tokens: { access_token: 'a' } }, /holds no refresh token/],
  ['whose refresh token was refused', { deadRefreshToken: { at: now, why: 'invalid_grant' } }, /does not take/],
  ['whose refresh token was revoked', { deadRefreshToken: { at: now, why: 'revoked' } }, /was revoked/],
  ['with a call under way', { tokenCall: { grant: 'refresh_token', sentAt: now } }, /under way/],
  ['that failed a check', { verdicts: [failed] }, /A check failed/],
];

describe('a capture', () => {
  test.each(objections)('%s is not refreshed', async (_, held, reason) => {
    const { calling, sent } = world(held);
    expect(await refreshTokens('c1', calling)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
    expect(sent).toEqual([]);
  });
  test('whose checks are running is not refreshed', async () => {
    const { judgedAt: _, ...waiting } = heldCapture();
    const { calling, sent } = world({}, { records: async () => session({ captures: [waiting] }) });
    expect(await refreshTokens('c1', calling)).toEqual({ ok: false, reason: 'The checks are still running.' });
    expect(sent).toEqual([]);
  });
  test('that failed a check is refreshed when the person says so', async () => {
    const { calling, sent } = world({ verdicts: [failed] });
    expect(await refreshTokens('c1', calling, { anyway: true })).toEqual({ ok: true });
    expect(sent).toHaveLength(1);
  });
  test('whose last refresh failed can be refreshed again', async () => {
    const verdicts: Verdict[] = [{ check: 'token_response', result: 'fail', token: 'refresh_token' }];
    const { calling } = world({ verdicts, tokenFailure: { kind: 'refused', grant: 'refresh_token', at: now } });
    expect(await refreshTokens('c1', calling)).toEqual({ ok: true });
  });
});

describe('without access to the host of the token endpoint', () => {
  const noAccess = { mayReach: async () => false };
  const read = (over = {}) => [{ grant: 'authorization_code', at: now, status: 200, ...over } as const];
  test.each<[string, Partial<Capture>, Partial<Profile>, boolean]>([
    [
      'a refresh is held back where every answer was read by virtue of it',
      { tokenCalls: read({ hadAccess: true }) },
      {},
      false,
    ],
    ['a refresh goes to a host that has answered readably without it', { tokenCalls: read() }, {}, true],
    [
      'a refresh goes to Cognito, which lets anybody read',
      { tokenCalls: read({ hadAccess: true }) },
      { provider: 'cognito' },
      true,
    ],
  ])('%s', async (_, held, own, isSent) => {
    const { calling, sent } = world(held, noAccess, own);
    const refused = {
      ok: false,
      reason:
        'Access to op.example is not allowed yet, so the answer might not be readable. Allow it, and refresh again.',
    };
    expect(await refreshTokens('c1', calling)).toEqual(isSent ? { ok: true } : refused);
    expect(sent).toHaveLength(isSent ? 1 : 0);
  });
  test('a refresh goes out when the person wants it anyway', async () => {
    const { calling, sent } = world({ tokenCalls: read({ hadAccess: true }) }, noAccess);
    expect(await refreshTokens('c1', calling, { anyway: true })).toEqual({ ok: true });
    expect(sent).toHaveLength(1);
  });
});

test('a refresh token goes to no other client than it was issued to, even when wanted anyway', async () => {
  const { calling, sent } = world({ client: { clientId: 'before', authorization: 'https://before.example' } });
  const other = { ok: false, reason: expect.stringContaining('another client or provider') };
  expect(await refreshTokens('c1', calling, { anyway: true })).toEqual(other);
  expect(sent).toEqual([]);
});

test('a refresh token goes to the server alone that it came from, even when wanted anyway', async () => {
  const { tokenAnswer } = heldCapture();
  const held = tokenAnswer && { tokenAnswer: { ...tokenAnswer, endpoint: 'https://other.example' } };
  const { calling, sent } = world(held);
  const moved = { ok: false, reason: expect.stringContaining('token endpoint was changed since these tokens came') };
  expect(await refreshTokens('c1', calling)).toEqual(moved);
  expect(await refreshTokens('c1', calling, { anyway: true })).toEqual(moved);
  expect(sent).toEqual([]);
});

test('who waits for the lock while another context refreshes gets the outcome of that', async () => {
  const locked: { last: Promise<unknown> } = { last: Promise.resolve() };
  const exclusively: RefreshWorld['exclusively'] = (_, work) => {
    const done = locked.last.then(work);
    locked.last = done;
    return done;
  };
  const { calling, sent } = world({}, { exclusively });
  const outcomes = await Promise.all([refreshTokens('c1', calling), refreshTokens('c1', calling)]);
  expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
  expect(sent).toHaveLength(1);
});

test.each<[string, Partial<Profile>, Partial<RefreshWorld>, RegExp]>([
  ['no secret in memory', { clientAuth: 'client_secret_basic' }, {}, /is not in memory. Enter it in the profile/],
  ['a locked secret', { clientAuth: 'client_secret_post' }, { isSecretKept: async () => true }, /is locked. Unlock it/],
  ['no client id', { clientId: '' }, {}, /no client id/],
  ['no token endpoint', { endpoints: { authorization: 'https://op.example/a' } }, {}, /no token endpoint/],
  [
    'an endpoint that may not be called',
    { endpoints: { authorization: 'https://op.example/a', token: 'http://op.example/token' } },
    {},
    /neither https nor on this computer/,
  ],
  ['no profile', { id: 'p2' }, {}, /not there any more/],
])('with %s nothing is sent, and the reason is said', async (_, own, over, reason) => {
  const { calling, sent } = world({}, over, own);
  expect(await refreshTokens('c1', calling)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  expect(sent).toEqual([]);
});

test('an endpoint that the profile does not name is taken from the metadata of its issuer', async () => {
  const metadata = { fetchedAt: now, document: {} };
  const endpoints = { token: 'https://op.example/from-metadata' };
  const discovered: RefreshWorld['discovered'] = async () => ({ ok: true, issuer: 'i', endpoints, metadata });
  const { calling, sent } = world({}, { discovered }, { endpoints: { authorization: 'https://op.example/a' } });
  expect(await refreshTokens('c1', calling)).toEqual({ ok: true });
  expect(sent).toEqual(['https://op.example/from-metadata']);
});

test('http is spoken to this machine alone', async () => {
  const endpoints = { authorization: 'https://op.example/a', token: 'http://localhost:9/token' };
  const { calling, sent } = world({}, {}, { endpoints });
  expect(await refreshTokens('c1', calling)).toEqual({ ok: true });
  expect(sent).toEqual(['http://localhost:9/token']);
});
