import { describe, expect, test } from 'vitest';
import { withTokenOutcome } from '../../../src/actions/token-outcome.ts';
import { isBlocking, isUseBlocked } from '../../../src/protocol/checks.ts';
import type { Capture, Grant, Verdict } from '../../../src/protocol/records.ts';
import { halfHash } from '../../../src/verify/half-hash.ts';
import { judge } from '../../../src/verify/judge.ts';
import { judgeRefresh } from '../../../src/verify/judge-refresh.ts';
import { judgeTokenResponse } from '../../../src/verify/judge-token-response.ts';
import { answered } from '../../support/code-login.ts';
import { capture, now } from '../../support/records.ts';
import { about, known, request, signed } from './known.ts';

const code = 'the-code-of-this-login';
const access_token = 'the-access-token-of-this-login';
const hash = await halfHash('SHA-256', access_token);
const good = { access_token, token_type: 'Bearer', expires_in: 3600, scope: 'openid email' };
const issued = { ...good, id_token: signed({ at_hash: hash }), refresh_token: 'the-refresh-token-of-this-login' };

/** A login that was started here, by a flow that brings a code. */
function answer(responseType = 'code', tokens: Capture['tokens'] = {}): Capture {
  return capture({
    source: responseType === 'code' ? 'query' : 'fragment',
    callback: 'https://app.example/callback',
    params: [
      ['code', code],
      ['state', 'the-state'],
      ...Object.keys(tokens).map((name): [string, string] => [name, '']),
    ],
    tokens,
    request: request({ responseType, pkce: 'S256' }),
  });
}

function call(
  held: Capture,
  grant: Grant,
  members: unknown,
  over: Parameters<typeof answered>[1] & { at?: number } = {},
) {
  return withTokenOutcome(held, { grant, fetched: answered(members, over), at: over.at ?? now, secrets: [] });
}

const judged = (held: Capture, profile = {}) => judge(known({ capture: held, profile }));
const named = (verdicts: Verdict[]) => verdicts.map(({ check, result }) => `${check} ${result}`);
const failed = (verdicts: Verdict[]) => verdicts.filter(isBlocking).map(({ check }) => check);

const bodies: [string, unknown][] = [
  ['good', issued],
  ['of another person', { ...issued, id_token: signed({ sub: 'eve', at_hash: hash }) }],
  ['with another access token', { ...issued, access_token: 'another' }],
  ['without an access token', { id_token: issued.id_token }],
  ['with empty texts', { ...issued, access_token: '', refresh_token: '' }],
  ['of an unknown type', { ...issued, token_type: 'mac' }],
  ['with texts that are numbers', { ...issued, refresh_token: 5, scope: 7, expires_in: '3600' }],
  ['with other scopes', { ...issued, scope: 'openid admin' }],
  ['with an error beside them', { ...issued, error: 'access_denied' }],
];

const plain = ({ token: _, from: __, ...said }: Verdict) => JSON.stringify(said);

describe.each(bodies)('an answer %s', (_, members) => {
  const raw = { status: 200, contentType: 'application/json', cacheControl: 'no-store', body: JSON.stringify(members) };
  test('to a code is judged from the record as it was judged as it came', async () => {
    const asCame = await judgeTokenResponse(known({ capture: answer() }), raw);
    const verdicts = await judged(call(answer(), 'authorization_code', members));
    expect(verdicts.map(plain)).toEqual(expect.arrayContaining(asCame.map(plain)));
  });
  test('to a refresh token too', async () => {
    const before = call(answer(), 'authorization_code', { ...issued, id_token: signed({ iat: now / 1000 - 60 }) });
    const asCame = await judgeRefresh(before, raw, known({ capture: answer() }));
    const verdicts = await judged(call(before, 'refresh_token', members));
    expect(verdicts.map(plain)).toEqual(expect.arrayContaining(asCame.map(plain)));
  });
});

test('judging again gives the same, also once an answer was refreshed', async () => {
  const once = call(answer(), 'authorization_code', issued);
  const twice = call(once, 'refresh_token', { ...good, access_token: 'another' });
  for (const held of [once, twice]) {
    const verdicts = await judged(held);
    expect(await judged({ ...held, verdicts, judgedAt: now })).toEqual(verdicts);
  }
});

test('a code flow is judged by what the token endpoint brought, at the moment that it came', async () => {
  const at = now + 7_200_000;
  const verdicts = await judged(call(answer(), 'authorization_code', issued, { at }));
  expect(about(verdicts, 'exp')).toMatchObject({ result: 'fail', from: 'token_endpoint' });
  expect(about(verdicts, 'token_in_query')).toBeUndefined();
  expect(about(verdicts, 'response_parameters')).toEqual({ check: 'response_parameters', result: 'pass' });
  expect(about(verdicts, 'code_single_use')).toMatchObject({ result: 'pass' });
});

describe('a hybrid flow', () => {
  const first = async (claims = {}) => signed({ c_hash: await halfHash('SHA-256', code), ...claims });
  const flow = 'code id_token';
  test('has both its ID tokens judged', async () => {
    const held = call(answer(flow, { id_token: await first() }), 'authorization_code', issued);
    const verdicts = await judged(held);
    expect(failed(verdicts)).toEqual([]);
    const signatures = verdicts.filter(({ check }) => check === 'signature').map(({ from }) => from);
    expect(signatures).toEqual(['front_channel', 'token_endpoint']);
    expect(about(verdicts, 'c_hash')).toMatchObject({ result: 'pass', from: 'front_channel' });
    expect(about(verdicts, 'hybrid_same_subject')).toMatchObject({ result: 'pass' });
  });
  test('fails where the second ID token is of another person, also after a refresh', async () => {
    const eve = { ...issued, id_token: signed({ sub: 'eve', at_hash: hash, iat: now / 1000 - 60 }) };
    const held = call(answer(flow, { id_token: await first() }), 'authorization_code', eve);
    expect(failed(await judged(held))).toEqual(['hybrid_same_subject']);
    const later = call(held, 'refresh_token', { ...good, access_token: 'another' });
    expect(failed(await judged(later))).toEqual(['hybrid_same_subject']);
  });
});

test('what was wrong with the ID token of the login stays wrong after a refresh', async () => {
  const forged = { ...issued, id_token: signed({ nonce: 'another', iat: now / 1000 - 60 }) };
  const held = call(call(answer(), 'authorization_code', forged), 'refresh_token', good);
  const verdicts = await judged(held);
  expect(about(verdicts, 'token_endpoint_id_token')).toMatchObject({ result: 'fail', actual: 'nonce failed' });
  expect(isUseBlocked(verdicts)).toBe(true);
});

describe('the ID token that a refresh did not bring anew', () => {
  const hour = 3_600_000;
  const next = { ...good, access_token: 'the-next-access-token' };
  const exchanged = (claims = {}) =>
    call(answer(), 'authorization_code', { ...issued, id_token: signed({ at_hash: hash, ...claims }) });
  const ofIdToken = (verdicts: Verdict[]) =>
    verdicts.filter(({ token, check }) => token === 'id_token' && check !== 'at_hash');

  test('keeps its own checks, as of when it came', async () => {
    const before = exchanged();
    const after = call(before, 'refresh_token', next, { at: now + 9 * hour });
    expect(ofIdToken(await judged(after))).toEqual(ofIdToken(await judged(before)));
    const later = call(after, 'refresh_token', next, { at: now + 10 * hour });
    expect(ofIdToken(await judged(later))).toEqual(ofIdToken(await judged(before)));
  });
  test('stays failed', async () => {
    const verdicts = await judged(call(exchanged({ nonce: 'another' }), 'refresh_token', next));
    expect(failed(verdicts)).toEqual(['nonce', 'token_endpoint_id_token']);
  });
  test('that an earlier refresh brought must still continue the first', async () => {
    const second = { ...next, id_token: signed({ sub: 'eve', iat: now / 1000 + 60, exp: now / 1000 + 7200 }) };
    const refreshed = call(exchanged(), 'refresh_token', second, { at: now + 60_000 });
    expect(failed(await judged(refreshed))).toContain('refresh_same_subject');
    const again = call(refreshed, 'refresh_token', next, { at: now + 9 * hour });
    expect(failed(await judged(again))).toEqual(['refresh_same_subject']);
    expect(named(await judged(again))).toContain('signature pass');
  });
  test('of the front channel is judged there, once', async () => {
    const first = signed({ c_hash: await halfHash('SHA-256', code) });
    const { id_token: _, ...without } = issued;
    const held = call(answer('code id_token', { id_token: first }), 'authorization_code', without);
    const signatures = (await judged(call(held, 'refresh_token', next))).filter(({ check }) => check === 'signature');
    expect(signatures).toMatchObject([{ from: 'front_channel' }]);
  });
});

test('a member that stood twice in the answer is seen in the record', async () => {
  const held = withTokenOutcome(answer(), {
    grant: 'authorization_code',
    fetched: answered(`{"access_token":"another",${JSON.stringify(issued).slice(1)}`),
    at: now,
    secrets: [],
  });
  expect(held.tokenAnswer?.body).not.toContain('another');
  expect(about(await judged(held), 'token_response')).toMatchObject({ actual: 'access_token twice' });
});

const unanswered = { ok: false, kind: 'interrupted' } as const;
describe('an exchange that brought no tokens', () => {
  test('is red where it was refused', async () => {
    const verdicts = await judged(call(answer(), 'authorization_code', { error: 'invalid_grant' }, { status: 400 }));
    expect(about(verdicts, 'token_response')).toMatchObject({ result: 'fail', actual: 'invalid_grant' });
    expect(about(verdicts, 'code_single_use')).toMatchObject({ result: 'not_checked' });
    expect(isUseBlocked(verdicts)).toBe(true);
  });
  test('is not checked where no answer came', async () => {
    const held: Capture = { ...answer(), tokenFailure: { ...unanswered, grant: 'authorization_code', at: now } };
    const verdicts = await judged(held);
    expect(about(verdicts, 'token_response')?.reason).toContain('not known what the provider did');
    expect(failed(verdicts)).toEqual([]);
  });
});

describe('a hybrid flow whose code brought no tokens', () => {
  const front = async () =>
    answer('code id_token token', {
      id_token: signed({ c_hash: await halfHash('SHA-256', code), at_hash: hash }),
      access_token,
    });
  test.each<[string, unknown, number]>([
    ['an error', { error: 'invalid_grant' }, 400],
    ['no tokens', {}, 200],
    ['a page', '<!doctype html>', 502],
  ])('is red for %s, and leaves the tokens of the front channel to be used', async (_, members, status) => {
    const held = { ...(await front()), tokenType: 'Bearer' };
    const verdicts = await judged(call(held, 'authorization_code', members, { status }));
    const blocking = verdicts.filter(isBlocking);
    expect(blocking.map(({ check }) => check)).toContain('token_response');
    for (const verdict of blocking) expect(verdict).toMatchObject({ token: 'code', from: 'token_endpoint' });
    expect(isUseBlocked(verdicts)).toBe(false);
  });
  test('does not make good what was wrong with them', async () => {
    const held = { ...(await front()), tokenType: 'mac' };
    const refused = call(held, 'authorization_code', { error: 'invalid_grant' }, { status: 400 });
    expect(isUseBlocked(await judged(refused))).toBe(true);
  });
  test('whose answer came and is faulty blocks what it brought', async () => {
    const held = { ...(await front()), tokenType: 'Bearer' };
    const faulty = call(held, 'authorization_code', issued, { headers: { 'cache-control': 'public' } });
    expect(isUseBlocked(await judged(faulty))).toBe(true);
  });
});

describe('a refresh that brought no tokens', () => {
  const before = call(answer(), 'authorization_code', issued);
  const faults: [string, Capture, string][] = [
    ['spent', call(before, 'refresh_token', { error: 'invalid_grant' }, { status: 400 }), 'refresh_rotation fail'],
    ['429', call(before, 'refresh_token', '', { status: 429 }), 'token_response fail'],
    ['without tokens', call(before, 'refresh_token', {}), 'token_response fail'],
    [
      'unanswered',
      { ...before, tokenFailure: { ...unanswered, grant: 'refresh_token', at: now } },
      'token_response not_checked',
    ],
  ];
  test.each(faults)('leaves what is held to be used: %s', async (_, held, expected) => {
    const verdicts = await judged(held);
    const added = verdicts.filter(({ token }) => token === 'refresh_token');
    expect(named(added)).toContain(expected);
    expect(isUseBlocked(verdicts)).toBe(false);
    const others = verdicts.filter(({ token }) => token !== 'refresh_token');
    expect(others).toEqual(await judged(before));
  });
});

describe('a token for the client itself', () => {
  const empty = capture({ source: 'token_endpoint', callback: '', params: [], tokens: {} });
  test('is judged without a login', async () => {
    const verdicts = await judged(call(empty, 'client_credentials', { ...good, scope: 'a' }), { scopes: ['a', 'b'] });
    expect(named(verdicts)).toEqual(['token_type pass', 'expires_in pass', 'scope fail', 'token_response pass']);
  });
  test('may have any scope where none was asked for', async () => {
    const verdicts = await judged(call(empty, 'client_credentials', good), { scopes: [] });
    expect(about(verdicts, 'scope')).toMatchObject({ result: 'pass' });
  });
  test('brings nothing but an access token: more of it is warned of, and an ID token judged', async () => {
    const more = { access_token, token_type: 'Bearer', refresh_token: 'the-refresh-token', id_token: issued.id_token };
    const verdicts = await judged(call(empty, 'client_credentials', more), { scopes: [] });
    expect(about(verdicts, 'token_response')).toEqual({
      check: 'token_response',
      result: 'fail',
      severity: 'warning',
      from: 'token_endpoint',
      expected: 'an access token alone',
      actual: 'also id_token, refresh_token',
    });
    expect(about(verdicts, 'signature')).toMatchObject({ result: 'pass', token: 'id_token', from: 'token_endpoint' });
    expect(failed(verdicts)).toEqual([]);
    const foreign = { ...more, id_token: signed({ aud: 'another' }) };
    expect(failed(await judged(call(empty, 'client_credentials', foreign)))).toContain('aud');
  });
  test('is red where it was refused', async () => {
    const refused = call(empty, 'client_credentials', { error: 'invalid_scope' }, { status: 400 });
    expect(failed(await judged(refused))).toEqual(['token_response']);
  });
});

test('userInfo is held against the ID token that is held now', async () => {
  const userinfo = { status: 200, body: '{"sub":"ada"}', at: now, contentType: 'application/json' };
  const held = { ...call(answer(), 'authorization_code', issued), userinfo };
  expect(about(await judged(held), 'userinfo_sub')).toMatchObject({ result: 'pass' });
});

test('a refresh does not make up for the ID token that the code did not bring', async () => {
  const front = answer('code id_token', { id_token: signed({ c_hash: await halfHash('SHA-256', code) }) });
  const { id_token: _, ...without } = issued;
  const exchanged = call(front, 'authorization_code', without);
  expect(failed(await judged(exchanged))).toEqual(['token_endpoint_id_token']);
  const refreshed = call(exchanged, 'refresh_token', { ...without, access_token: 'the-next-access-token' });
  expect(failed(await judged(refreshed))).toEqual(['token_endpoint_id_token']);
  expect(named(await judged(refreshed))).toContain('hybrid_same_subject not_checked');
});

test('a refreshed ID token must continue that of the front channel where the code brought none', async () => {
  const front = answer('code id_token', { id_token: signed({ c_hash: await halfHash('SHA-256', code) }) });
  const { id_token: _, ...without } = issued;
  const exchanged = call(front, 'authorization_code', without);
  const foreign = { ...issued, id_token: signed({ sub: 'eve', at_hash: hash }) };
  expect(failed(await judged(call(exchanged, 'refresh_token', foreign)))).toContain('refresh_same_subject');
});
