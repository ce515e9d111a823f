import { describe, expect, test } from 'vitest';
import { isAllPassed } from '../../../src/protocol/checks.ts';
import { judgeTokenResponse } from '../../../src/verify/judge-token-response.ts';
import type { TokenEndpointAnswer } from '../../../src/verify/token-response/answer.ts';
import { sealedToken, type Values } from '../../support/provider/signing.ts';
import { about, idsOf, known, request, signed } from './known.ts';

type Over = Parameters<typeof known>[0];

const headers = { contentType: 'application/json;charset=UTF-8', cacheControl: 'no-cache, no-store, max-age=0' };
/** What a user pool answers to a code. */
const good: Values = {
  id_token: signed(),
  access_token: 'the-access-token',
  refresh_token: sealedToken(),
  expires_in: 3600,
  token_type: 'Bearer',
};
const asCode: Over = { capture: { source: 'query', request: request({ responseType: 'code' }) } };

const answered = (members: Values = {}, over: Partial<TokenEndpointAnswer> = {}): TokenEndpointAnswer => ({
  status: 200,
  ...headers,
  body: JSON.stringify({ ...good, ...members }),
  ...over,
});
const judge = (answer: TokenEndpointAnswer, over: Over = asCode) => judgeTokenResponse(known(over), answer);

test('a good answer passes, its ID token with it', async () => {
  const verdicts = await judge(answered());
  const checks = ['token_response', 'token_type', 'expires_in', 'scope', 'signature', 'token_endpoint_id_token'];
  expect(idsOf(verdicts, 'pass')).toEqual(expect.arrayContaining(checks));
  expect(isAllPassed(verdicts)).toBe(true);
  expect(about(verdicts, 'signature')).toMatchObject({ token: 'id_token', from: 'token_endpoint' });
});

describe('what fails its own check alone', () => {
  test.each<[string, Values, Partial<TokenEndpointAnswer>, string, string]>([
    ['no access token', { access_token: undefined }, {}, 'token_response', 'access_token: none'],
    ['a number for it', { access_token: 1 }, {}, 'token_response', 'access_token: a number, not text'],
    ['a number for the ID token', { id_token: 1 }, {}, 'token_response', 'id_token: a number'],
    ['no type', { token_type: undefined }, {}, 'token_type', 'none'],
    ['an unknown type', { token_type: 'mac' }, {}, 'token_type', 'mac'],
    ['a text for the lifetime', { expires_in: '3600' }, {}, 'expires_in', 'text'],
    ['a negative lifetime', { expires_in: -1 }, {}, 'expires_in', '-1'],
    ['more scopes', { scope: 'openid email admin' }, {}, 'scope', 'openid email admin'],
    ['no ID token though it was asked for', { id_token: undefined }, {}, 'token_endpoint_id_token', 'none'],
    ['an answer that may be stored', {}, { cacheControl: 'private' }, 'token_response', 'Cache-Control: private'],
    ['another content type', {}, { contentType: 'text/plain' }, 'token_response', 'text/plain'],
    ['another status', {}, { status: 201 }, 'token_response', 'status 201'],
    ['an error beside the tokens', { error: 'access_denied' }, {}, 'token_response', 'error: access_denied'],
    ['an error alone', {}, { body: '{"error":"access_denied"}' }, 'token_response', 'access_denied'],
    [
      'an error alone of another type',
      {},
      { body: '{"error":"slow_down"}', contentType: 'text/plain' },
      'token_response',
      'slow_down',
    ],
    ['a status without tokens', {}, { status: 204, body: '' }, 'token_response', 'status 204'],
    ['a page', {}, { contentType: 'text/html', body: '<html>' }, 'token_response', 'text/html'],
    ['a list', {}, { body: '[]' }, 'token_response', 'JSON that is no object'],
    ['no JSON', {}, { body: '' }, 'token_response', 'text that is no JSON'],
    ['a bare refusal', {}, { status: 400, body: '{"error":"invalid_grant"}' }, 'token_response', 'invalid_grant'],
    [
      'a refusal of the client',
      {},
      { status: 400, body: '{"error":"invalid_client","error_description":"invalid_client_secret"}' },
      'token_response',
      'invalid_client',
    ],
    [
      'a refusal as a page',
      {},
      { status: 400, contentType: 'text/html', body: '<html>' },
      'token_response',
      'status 400',
    ],
    ['a GET', {}, { status: 405, body: '' }, 'token_response', 'status 405'],
    ['a fault of the server', {}, { status: 500, body: '' }, 'token_response', 'status 500'],
  ])('%s', async (_, members, over, check, actual) => {
    const verdicts = await judge(answered(members, over));
    const own = idsOf(verdicts, 'fail').filter((id) => id !== 'token_endpoint_id_token' || check === id);
    expect(own).toEqual([check]);
    expect(about(verdicts, check)).toMatchObject({ actual });
  });
});

test.each([
  [`{"access_token":"first",${JSON.stringify(good).slice(1)}`, 'access_token twice'],
  [`{"\\u0073cope":"openid","scope":"openid email",${JSON.stringify(good).slice(1)}`, 'scope twice'],
  [`{"details":[{"type":"a","type":"b"}],${JSON.stringify(good).slice(1)}`, 'details.0.type twice'],
])('a member that stands twice is noticed: %s', async (body, actual) => {
  const verdicts = await judge(answered({}, { body }));
  expect(idsOf(verdicts, 'fail')).toEqual(['token_response']);
  expect(about(verdicts, 'token_response')).toMatchObject({ expected: 'each name once', actual });
});

test('an error alone is one failure, without noise', async () => {
  expect(await judge(answered({}, { body: '{"error":"access_denied"}' }))).toEqual([
    { check: 'token_response', result: 'fail', expected: 'tokens', actual: 'access_denied' },
  ]);
});

describe('what is allowed', () => {
  test.each<[string, Values]>([
    ['a type in another case', { token_type: 'bEARER' }],
    ['a bound token', { token_type: 'DPoP' }],
    ['no lifetime', { expires_in: undefined }],
    ['the scopes in another order', { scope: 'email openid' }],
    ['no refresh token', { refresh_token: undefined }],
  ])('%s', async (_, members) => expect(idsOf(await judge(answered(members)), 'fail')).toEqual([]));

  test('no ID token where none was asked for', async () => {
    const over: Over = { capture: { request: request({ responseType: 'code', scopes: ['email'] }) } };
    const verdicts = await judge(answered({ id_token: undefined }), over);
    expect(idsOf(verdicts, 'fail')).toEqual([]);
    expect(about(verdicts, 'token_endpoint_id_token')).toBeUndefined();
  });
});

test('a type that is no text is told once', async () => {
  const verdicts = await judge(answered({ token_type: 1 }));
  expect(idsOf(verdicts, 'fail')).toEqual(['token_response']);
  expect(about(verdicts, 'token_type')).toMatchObject({
    result: 'not_checked',
    reason: expect.stringMatching(/no text/),
  });
});
test('the scopes of a login that was started elsewhere are not compared', async () => {
  const over: Over = { capture: { request: undefined as never } };
  expect(about(await judge(answered({ scope: 'openid' }), over), 'scope')?.result).toBe('not_checked');
});

describe('the ID token of the answer', () => {
  test('fails as a whole with any of its checks', async () => {
    const verdicts = await judge(answered({ id_token: signed({ aud: 'evil' }) }));
    expect(idsOf(verdicts, 'fail')).toEqual(['aud', 'token_endpoint_id_token']);
    expect(about(verdicts, 'token_endpoint_id_token')?.actual).toBe('aud failed');
  });
  test('is compared with the access token beside it', async () => {
    const held = { tokens: { access_token: 'another' }, request: request({ responseType: 'code token' }) };
    const verdicts = await judge(answered({ id_token: signed({ at_hash: 'another' }) }), { capture: held });
    expect(about(verdicts, 'at_hash')?.result).toBe('fail');
  });
  test('is not checked as a whole without keys', async () => {
    const verdicts = await judge(answered(), { ...asCode, keys: { ok: false, why: 'offline' } });
    expect(about(verdicts, 'token_endpoint_id_token')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/offline/),
    });
    expect(idsOf(verdicts, 'fail')).toEqual([]);
  });
  test('that is encrypted is not checked', async () => {
    const verdicts = await judge(answered({ id_token: sealedToken() }));
    expect(about(verdicts, 'token_endpoint_id_token')?.result).toBe('not_checked');
    expect(idsOf(verdicts, 'fail')).toEqual([]);
  });
});

describe('the second ID token of a hybrid flow', () => {
  const withFirst = (first: string, members: Values = {}) =>
    judge(answered(members), {
      capture: { tokens: { id_token: first }, request: request({ responseType: 'code id_token' }) },
    });
  test('names the same issuer and person', async () => {
    expect(about(await withFirst(signed()), 'hybrid_same_subject')?.result).toBe('pass');
  });
  test('fails with another person', async () => {
    const verdicts = await withFirst(signed(), { id_token: signed({ sub: 'eve' }) });
    expect(idsOf(verdicts, 'fail')).toEqual(['hybrid_same_subject']);
    expect(about(verdicts, 'hybrid_same_subject')).toMatchObject({ expected: 'sub: ada', actual: 'sub: eve' });
  });
  test.each<[string, string, Values, RegExp]>([
    ['is not at hand', signed(), { id_token: undefined }, /no second ID token/],
    ['cannot be read', sealedToken(), {}, /cannot be read/],
    ['names nobody', signed(), { id_token: signed({ sub: undefined }) }, /no sub/],
  ])('is not compared when one of them %s', async (_, first, members, reason) => {
    expect(about(await withFirst(first, members), 'hybrid_same_subject')).toMatchObject({
      result: 'not_checked',
      reason,
    });
  });
  test('there is none in other flows', async () => {
    expect(about(await judge(answered()), 'hybrid_same_subject')).toBeUndefined();
  });
});
