import { describe, expect, test } from 'vitest';
import { isAllPassed, isBlocking, severityOf } from '../../../src/protocol/checks.ts';
import { type Capture, userinfoFailures } from '../../../src/protocol/records.ts';
import { judgeUserinfo } from '../../../src/verify/judge-userinfo.ts';
import { sealedToken, type Values } from '../../support/provider/signing.ts';
import { now } from '../../support/records.ts';
import { about, clientId, idsOf, issuer, known, request, signed } from './known.ts';

type Over = Parameters<typeof known>[0];
type Answer = Partial<NonNullable<Capture['userinfo']>>;

const endpoints = { authorization: `${issuer}/authorize`, userinfo: `${issuer}/userinfo` };
const json = { contentType: 'application/json;charset=UTF-8' };

/** The verdicts on an answer to a login whose ID token names `ada`. */
function judge(answer: Answer, { capture, profile, ...over }: NonNullable<Over> = {}) {
  const userinfo = { status: 200, body: '{"sub":"ada"}', at: now, ...json, ...answer };
  const held = { tokens: { id_token: signed(), access_token: 'a' }, userinfo, ...capture };
  return judgeUserinfo(known({ ...over, profile: { endpoints, ...profile }, capture: held }));
}

test('where userInfo was never called nothing is listed', async () => expect(await judgeUserinfo(known())).toEqual([]));

test('a good answer passes', async () => {
  const verdicts = await judge({});
  expect(verdicts).toEqual([
    { check: 'userinfo_transport', result: 'pass', token: 'userinfo' },
    { check: 'userinfo_response', result: 'pass', token: 'userinfo' },
    { check: 'userinfo_sub', result: 'pass', token: 'userinfo' },
  ]);
  expect(isAllPassed(verdicts)).toBe(true);
});

test('the answer of a user pool passes, all of its values text', async () => {
  const body = '{"sub":"ada","email_verified":"true","email":"ada@example.com","username":"ada"}';
  expect(isAllPassed(await judge({ body }))).toBe(true);
});

describe('the way of the token', () => {
  const to = (userinfo: string, over: object = {}) =>
    judge({}, { profile: { endpoints: { ...endpoints, userinfo }, ...over } });
  const development = { callback: 'http://localhost:3000/callback' };
  test.each([
    ['http elsewhere', 'http://op.example/userinfo', {}, 'blocking'],
    ['http elsewhere, in development', 'http://op.example/userinfo', development, 'blocking'],
    ['http on this computer', 'http://localhost:9000/userinfo', {}, 'blocking'],
    ['http on this computer, in development', 'http://localhost:9000/userinfo', development, 'warning'],
    ['http on this computer, of its issuer', 'http://127.0.0.1/u', { issuer: 'http://127.0.0.1' }, 'warning'],
  ])('%s fails', async (_, endpoint, over, severity) => {
    const verdicts = await to(endpoint, over);
    expect(idsOf(verdicts, 'fail')).toEqual(['userinfo_transport']);
    expect(severityOf(about(verdicts, 'userinfo_transport')!)).toBe(severity);
    expect(about(verdicts, 'userinfo_transport')?.actual).toBe(endpoint);
  });
  const named = (endpoint: string): NonNullable<Over> => ({
    discovered: { ok: true, issuer, endpoints: { userinfo: endpoint }, metadata: { fetchedAt: now, document: {} } },
  });
  test.each([
    ['oidc', 'blocking'],
    ['cognito', 'warning'],
  ] as const)('to another endpoint than that of the issuer fails: %s', async (provider, severity) => {
    const verdicts = await judge({}, { ...named('https://other.example/userinfo'), profile: { provider } });
    expect(idsOf(verdicts, 'fail')).toEqual(['userinfo_transport']);
    const verdict = about(verdicts, 'userinfo_transport')!;
    expect(severityOf(verdict)).toBe(severity);
    expect(verdict).toMatchObject({ expected: 'https://other.example/userinfo', actual: endpoints.userinfo });
  });
  test.each([endpoints.userinfo, endpoints.userinfo.replace('op', 'OP'), endpoints.userinfo.replace('/u', ':443/u')])(
    'to the endpoint of the issuer passes: %s',
    async (endpoint) => expect(idsOf(await judge({}, named(endpoint)), 'fail')).toEqual([]),
  );
  test('to the endpoint of the issuer passes where the profile names none', async () => {
    const none = { profile: { endpoints: { authorization: endpoints.authorization } } };
    const verdicts = await judge({}, { ...named(endpoints.userinfo), ...none });
    expect(about(verdicts, 'userinfo_transport')).toMatchObject({ result: 'pass' });
  });
  test('is not listed when the endpoint is not known any more', async () => {
    const verdicts = await judge({}, { profile: { endpoints: { authorization: endpoints.authorization } } });
    expect(about(verdicts, 'userinfo_transport')).toBeUndefined();
  });
});

describe('an answer that is not to be used', () => {
  test.each<[string, Answer, string]>([
    ['a page', { body: '<html>', contentType: 'text/html' }, 'text/html'],
    ['JSON that says it is a page', { contentType: 'text/html; charset=utf-8' }, 'text/html'],
    ['no JSON', { body: '<html>' }, 'text that is no JSON'],
    ['an empty body', { body: '' }, 'text that is no JSON'],
    ['a list', { body: '[]' }, 'JSON that is no object'],
    ['null', { body: 'null' }, 'JSON that is no object'],
    ['a member twice', { body: '{"sub":"ada","sub":"eve"}' }, 'sub twice'],
    ['a fault of the server', { status: 500, body: '', contentType: 'text/html' }, 'status 500'],
    ['nothing', { status: 204, body: '' }, 'status 204'],
  ])('%s', async (_, answer, actual) => {
    const verdicts = await judge(answer);
    expect(idsOf(verdicts, 'fail')).toEqual(['userinfo_response']);
    expect(about(verdicts, 'userinfo_response')).toEqual({
      check: 'userinfo_response',
      result: 'fail',
      token: 'userinfo',
      expected: expect.any(String),
      actual,
    });
    expect(about(verdicts, 'userinfo_sub')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/no claims/),
    });
  });
  test('without a content type', async () => {
    const userinfo = { status: 200, body: '{"sub":"ada"}', at: now };
    const verdicts = await judge({}, { capture: { userinfo, tokens: {} } });
    expect(about(verdicts, 'userinfo_response')?.actual).toBe('no content type');
  });
  test('JSON of another name is JSON', async () => {
    expect(idsOf(await judge({ contentType: 'application/scim+json' }), 'fail')).toEqual([]);
  });
});

describe('a refusal is told, and turns nothing red', () => {
  const expired =
    'error="invalid_token", error_description="Access token is expired, disabled, or deleted, or the user has globally signed out."';
  test.each<[string, Answer, string]>([
    ['Cognito’s header, without a scheme', { status: 401, body: '', wwwAuthenticate: expired }, 'invalid_token'],
    [
      'the header of RFC 6750',
      { status: 403, wwwAuthenticate: 'Bearer realm="a", error="insufficient_scope"' },
      'insufficient_scope',
    ],
    ['a bare word', { status: 401, wwwAuthenticate: 'Bearer error=invalid_token' }, 'invalid_token'],
    ['a body', { status: 401, body: '{"error":"invalid_token"}' }, 'invalid_token'],
    ['a bad request', { status: 400, body: '{"error":"invalid_request"}' }, 'invalid_request'],
    ['no reason', { status: 401, body: '' }, 'status 401'],
    ['a page', { status: 403, body: '<html>', contentType: 'text/html' }, 'status 403'],
  ])('%s', async (_, answer, actual) => {
    const verdicts = await judge(answer);
    expect(verdicts.map(({ check }) => check)).toEqual(['userinfo_transport', 'userinfo_error']);
    expect(about(verdicts, 'userinfo_error')).toMatchObject({ result: 'fail', actual });
    expect(verdicts.filter(isBlocking)).toEqual([]);
  });
});

test('a token that the provider repeats stands in no verdict', async () => {
  const access_token = sealedToken();
  const tell = async (answer: Answer) =>
    (await judge(answer, { capture: { tokens: { access_token } } })).map(({ actual }) => actual);
  const repeated = [
    { status: 401, body: JSON.stringify({ error: `not good: ${access_token}` }) },
    { status: 401, wwwAuthenticate: `Bearer error="${access_token.slice(10, 30)}"` },
  ];
  for (const answer of repeated) expect(await tell(answer)).toContain('a text that repeats a token');
  expect(await tell({ status: 401, wwwAuthenticate: `error="${access_token.slice(10, 29)}"` })).toContain(
    access_token.slice(10, 29),
  );
});

describe('the person', () => {
  test.each<[string, string, string]>([
    ['another', '{"sub":"adainvalid"}', 'adainvalid'],
    ['none', '{"email":"ada@example.com"}', 'none'],
    ['a number', '{"sub":1}', 'a number, not text'],
    ['in another case', '{"sub":"Ada"}', 'Ada'],
    ['in __proto__', '{"__proto__":{"sub":"ada"}}', 'none'],
  ])('%s fails', async (_, body, actual) => {
    const verdicts = await judge({ body });
    expect(idsOf(verdicts, 'fail')).toEqual(['userinfo_sub']);
    expect(about(verdicts, 'userinfo_sub')).toMatchObject({ actual });
  });
  test.each<[string, Capture['tokens'], RegExp]>([
    ['without an ID token', {}, /no ID token/],
    ['with an encrypted one', { id_token: sealedToken() }, /cannot be read/],
    ['with an opaque one', { id_token: 'opaque' }, /cannot be read/],
    ['with one that names nobody', { id_token: signed({ sub: undefined }) }, /no sub/],
  ])('%s is not checked', async (_, tokens, reason) => {
    const verdicts = await judge({}, { capture: { tokens, request: request({ responseType: 'code' }) } });
    expect(about(verdicts, 'userinfo_sub')).toMatchObject({ result: 'not_checked', reason });
    expect(idsOf(verdicts, 'fail')).toEqual([]);
  });
  test('with an access token alone the answer is bound to nobody, which is warned of', async () => {
    const verdicts = await judge({}, { capture: { tokens: { access_token: 'a' } } });
    expect(about(verdicts, 'userinfo_without_id_token')).toMatchObject({ result: 'fail', actual: 'none' });
    expect(verdicts.filter(isBlocking)).toEqual([]);
  });
});

describe('a signed answer', () => {
  const jwt = (claims: Values = {}, header: Values = {}, alg: 'RS256' | 'none' = 'RS256') => ({
    contentType: 'application/jwt',
    body: signed({ exp: undefined, nonce: undefined, ...claims }, header, alg),
  });
  test('passes, and says who it is about', async () => {
    const verdicts = await judge(jwt());
    expect(idsOf(verdicts, 'pass')).toEqual([
      'userinfo_transport',
      'userinfo_response',
      'userinfo_signed',
      'userinfo_sub',
    ]);
    expect(isAllPassed(verdicts)).toBe(true);
  });
  test('may be for others too', async () => {
    expect(idsOf(await judge(jwt({ aud: [clientId, 'other'] })), 'fail')).toEqual([]);
  });
  test.each<[string, Answer, string]>([
    ['another issuer', jwt({ iss: `${issuer}1` }), `iss: ${issuer}1`],
    ['no issuer', jwt({ iss: undefined }), 'none'],
    ['another audience', jwt({ aud: 'other' }), 'aud: other'],
    ['no audience', jwt({ aud: undefined }), 'none'],
    ['alg none', jwt({}, {}, 'none'), 'alg: none'],
    ['no token', { contentType: 'application/jwt', body: 'opaque' }, 'form: 1 part'],
    [
      'a broken signature',
      { contentType: 'application/jwt', body: `${jwt().body.slice(0, -8)}AAAAAAAA` },
      'signature: ',
    ],
  ])('%s fails it alone', async (_, answer, actual) => {
    const verdicts = await judge(answer);
    expect(idsOf(verdicts, 'fail')).toEqual(['userinfo_signed']);
    expect(about(verdicts, 'userinfo_signed')?.actual).toContain(actual);
  });
  test.each<[string, Answer, Over, RegExp]>([
    ['without keys', jwt(), { keys: { ok: false, why: 'offline' } }, /offline/],
    ['without an issuer', jwt(), { profile: { issuer: '' } }, /issuer/],
    ['without a client id', jwt(), { profile: { clientId: '' } }, /client id/],
    ['encrypted', { contentType: 'application/jwt', body: sealedToken() }, {}, /encrypted/],
  ])('%s is not checked', async (_, answer, over, reason) => {
    const verdicts = await judge(answer, over);
    expect(about(verdicts, 'userinfo_signed')).toMatchObject({ result: 'not_checked', reason });
    expect(idsOf(verdicts, 'fail')).toEqual([]);
  });
  test('a token that says it is JSON is no JSON', async () => {
    expect(idsOf(await judge({ ...jwt(), ...json }), 'fail')).toEqual(['userinfo_response']);
  });
});

describe('a call that brought no answer', () => {
  test.each(userinfoFailures)('%s: the answer is not checked', async (kind) => {
    const held = { userinfoFailure: { kind, at: now } };
    const verdicts = await judgeUserinfo(known({ profile: { endpoints }, capture: held }));
    expect(verdicts.map(({ check, result }) => [check, result])).toEqual([
      ['userinfo_transport', 'pass'],
      ['userinfo_response', 'not_checked'],
    ]);
    expect(about(verdicts, 'userinfo_response')?.reason).toMatch(/\./);
  });
  test('leaves an earlier answer to be judged', async () => {
    const verdicts = await judge({}, { capture: { userinfoFailure: { kind: 'timeout', at: now } } });
    expect(about(verdicts, 'userinfo_response')?.result).toBe('pass');
  });
});
