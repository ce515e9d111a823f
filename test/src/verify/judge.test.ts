import { describe, expect, test } from 'vitest';
import { checkIds, isAllPassed } from '../../../src/protocol/checks.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { halfHash } from '../../../src/verify/half-hash.ts';
import { judge } from '../../../src/verify/judge.ts';
import { capture, now, token } from '../../support/records.ts';
import { knownBy } from '../../support/signing-keys.ts';
import { about, idsOf, known as knownLogin, request, signed } from './known.ts';

const checks = async (over: Partial<Capture>) =>
  (await judge(knownBy({ capture: capture(over) }))).map(({ check }) => check);

test('the checks come in the order of their table, and judging again gives the same', async () => {
  const verdicts = await judge(knownBy());
  const places = verdicts.map(({ check }) => (checkIds as string[]).indexOf(check));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(await judge(knownBy())).toEqual(verdicts);
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

test.each([
  ['state_cancelled', 'is over'],
  ['state_used', 'is over'],
  ['captured', 'not started here'],
])('of an answer without its login (%s) it is said that it %s', async (kind, words) => {
  const { request: _, ...held } = capture({ startedHere: false, params: [['code', 'x']], tokens: {} });
  const verdicts = await judge(knownBy({ capture: { ...held, events: [{ at: now, kind }] } }));
  const reasons = ['state', 'pkce', 'code_single_use'].map((check) => about(verdicts, check)?.reason);
  expect(reasons).toEqual(reasons.map(() => expect.stringContaining(words)));
});

describe('an answer as a JWT', () => {
  const login = request({ responseType: 'code id_token', pkce: 'S256' });
  const sealed = (idToken: string, beside: Capture['params'] = []) =>
    knownLogin({
      capture: {
        request: login,
        params: [['response', signed({ id_token: idToken, code: 'the-code', state: 'the-state' })], ...beside],
      },
    });

  test('has the ID token inside it judged, and its hashes', async () => {
    const c_hash = await halfHash('SHA-256', 'the-code');
    const verdicts = await judge(sealed(signed({ c_hash })));
    expect(idsOf(verdicts, 'fail')).toEqual([]);
    expect(idsOf(verdicts, 'pass')).toEqual(
      expect.arrayContaining(['jarm', 'signature', 'iss', 'aud', 'exp', 'nonce', 'c_hash', 'response_parameters']),
    );
  });
  test.each([
    ['iss', { iss: 'https://evil.example' }],
    ['nonce', { nonce: 'another' }],
    ['exp', { exp: 1 }],
  ])('fails %s of the ID token inside it', async (check, claims) => {
    const verdicts = await judge(sealed(signed(claims)));
    expect(about(verdicts, check)).toMatchObject({ result: 'fail', token: 'id_token', from: 'front_channel' });
    expect(isAllPassed(verdicts)).toBe(false);
  });
  test('is not judged by an ID token beside it, which makes two', async () => {
    const verdicts = await judge(sealed(signed(), [['id_token', 'x']]));
    expect(about(verdicts, 'duplicate_parameter')).toMatchObject({ result: 'fail', actual: 'id_token more than once' });
  });
  test('with an error inside has no token judged', async () => {
    const params: Capture['params'] = [['response', signed({ error: 'e', id_token: signed() })]];
    const verdicts = await judge(knownLogin({ capture: { params } }));
    expect(about(verdicts, 'nonce')).toBeUndefined();
    expect(about(verdicts, 'jarm')).toBeDefined();
  });
});

describe('an ID token that was too long to keep', () => {
  const detail = 'id_token has 300,000 characters; the limit is 262,144';
  const params: Capture['params'] = [
    ['id_token', ''],
    ['state', 'the-state'],
  ];
  const held = {
    request: request({ responseType: 'id_token' }),
    params,
    events: [{ at: now, kind: 'refused', detail }],
  };

  test.each([
    ...(['compact_form', 'json_object', 'duplicate_member', 'alg', 'signature'] as const),
    ...(['iss', 'aud', 'sub', 'exp', 'iat', 'nonce', 'claim_types'] as const),
  ])('has %s not checked, with its size and the limit', async (check) => {
    const verdict = about(await judge(knownLogin({ capture: held })), check);
    expect(verdict).toMatchObject({ result: 'not_checked', token: 'id_token', from: 'front_channel' });
    expect(verdict?.reason).toContain(detail);
  });
  test('never makes the answer green', async () => {
    const verdicts = await judge(knownLogin({ capture: held }));
    expect(idsOf(verdicts, 'fail')).toEqual([]);
    expect(isAllPassed(verdicts)).toBe(false);
  });
});

describe('an answer that several profiles could claim', () => {
  const events = [
    { at: now, kind: 'captured' },
    { at: now, kind: 'ambiguous_profile' },
  ];
  const foreign = signed(
    { iss: 'https://other.example', aud: 'another', azp: 'another', nonce: undefined },
    { kid: 'x' },
  );
  const ambiguous = () => {
    const { request: _request, ...rest } = knownLogin({ capture: { events } }).capture;
    return {
      ...knownLogin({ profile: { responseType: 'id_token token' } }),
      capture: { ...rest, startedHere: false, tokens: { id_token: foreign } },
    };
  };

  test.each(['iss', 'aud', 'azp', 'kid', 'key', 'signature', 'nonce_required', 'response_parameters'])(
    '%s is not checked, whatever it would say of the first',
    async (check) => {
      const verdict = about(await judge(ambiguous()), check);
      expect(verdict).toMatchObject({ check, result: 'not_checked' });
      expect(verdict?.reason).toMatch(/^Several profiles end at this callback, and nothing tells which one is meant\./);
    },
  );
  test('what no profile has a say in is judged', async () => {
    const verdicts = await judge(ambiguous());
    expect(idsOf(verdicts, 'pass')).toEqual(expect.arrayContaining(['callback_url', 'compact_form', 'exp', 'sub']));
  });
  test('the client of an access token is not checked either', async () => {
    const access = token({ client_id: 'another', token_use: 'access' });
    const verdicts = await judge(
      knownBy({ capture: capture({ events, tokens: { access_token: access }, startedHere: false }) }),
    );
    expect(about(verdicts, 'client_id')).toMatchObject({ result: 'not_checked', token: 'access_token' });
  });
});
