import { describe, expect, test } from 'vitest';
import { isAllPassed } from '../../../src/protocol/checks.ts';
import type { Verdict } from '../../../src/protocol/records.ts';
import { halfHash } from '../../../src/verify/half-hash.ts';
import { type BeforeRefresh, judgeRefresh } from '../../../src/verify/judge-refresh.ts';
import { sealedToken, type Values } from '../../support/provider/signing.ts';
import { about, clientId, idsOf, issuer, known, request, seconds, signed } from './known.ts';

const headers = { contentType: 'application/json;charset=UTF-8', cacheControl: 'no-store' };
const login: Values = { iat: seconds - 3600, auth_time: seconds - 3605 };
const before: BeforeRefresh = {
  tokens: { id_token: signed(login), access_token: 'old', refresh_token: sealedToken() },
  scope: 'openid email',
};
const renewed: Values = { auth_time: login.auth_time, nonce: undefined };
/** What a user pool answers without rotation: no refresh token. */
const good: Values = { id_token: signed(renewed), access_token: 'new', expires_in: 3600, token_type: 'Bearer' };

const judge = (members: Values = {}, held: BeforeRefresh = before) =>
  judgeRefresh(held, { status: 200, ...headers, body: JSON.stringify({ ...good, ...members }) }, known());
const refused = (status: number, body: string, over: object = {}) =>
  judgeRefresh(before, { status, ...headers, body, ...over }, known());

const isOfAnswer = ({ check, token }: Verdict) => token !== 'id_token' || check === 'refresh_same_subject';

test('a good answer passes, with a new refresh token or without', async () => {
  for (const refresh_token of [undefined, sealedToken()]) {
    const verdicts = await judge({ refresh_token, scope: 'openid email' });
    const checks = ['refresh_same_subject', 'refresh_rotation', 'refresh_scope'];
    const passes = idsOf(verdicts.filter(isOfAnswer), 'pass');
    expect(passes).toEqual(['token_response', 'token_type', 'expires_in', ...checks]);
    expect(about(verdicts, 'signature')).toMatchObject({ result: 'pass', token: 'id_token', from: 'token_endpoint' });
    expect(isAllPassed(verdicts)).toBe(true);
  }
});

describe('the new ID token continues the first', () => {
  test.each<[string, Values, string, own?: string[]]>([
    ['another issuer', { iss: `${issuer}1` }, `iss: ${issuer}1`, ['iss']],
    ['no issuer', { iss: undefined }, 'iss: none', ['iss']],
    ['another person', { sub: 'eve' }, 'sub: eve'],
    ['another audience', { aud: 'evil' }, 'aud: evil', ['aud']],
    ['a further audience', { aud: [clientId, 'evil'] }, `aud: evil, ${clientId}`, ['aud', 'azp']],
    ['made at the same moment long ago', { iat: seconds - 3600 }, 'iat: 2026-11-23T18:02:16Z'],
    ['made before the first', { iat: seconds - 7200 }, 'iat: 2026-11-23T17:02:16Z'],
    ['not said when it was made', { iat: undefined }, 'iat: none', ['iat']],
    ['another sign-in', { auth_time: seconds }, `auth_time: ${seconds}`],
    ['another nonce', { nonce: 'another' }, 'nonce: another'],
  ])('%s fails it, beside what is wrong by itself', async (_, claims, actual, own = []) => {
    const verdicts = await judge({ id_token: signed({ ...renewed, ...claims }) });
    expect(idsOf(verdicts, 'fail')).toEqual([...own, 'refresh_same_subject']);
    expect(about(verdicts, 'refresh_same_subject')).toMatchObject({ actual });
  });
  test.each<[string, Values]>([
    ['the same nonce', { nonce: 'the-nonce' }],
    ['an audience list of one', { aud: [clientId] }],
    ['no time of the sign-in', { auth_time: undefined }],
  ])('%s is allowed', async (_, claims) => {
    expect(idsOf(await judge({ id_token: signed({ ...renewed, ...claims }) }), 'fail')).toEqual([]);
  });
  test('a refresh within the second of the login is allowed', async () => {
    const held = { tokens: { id_token: signed({ iat: seconds }) } };
    expect(idsOf(await judge({ id_token: signed({ iat: seconds }) }, held), 'fail')).toEqual([]);
  });
  test('is not listed without a new one', async () => {
    expect(about(await judge({ id_token: undefined }), 'refresh_same_subject')).toBeUndefined();
  });
  test.each<[string, BeforeRefresh['tokens'], RegExp]>([
    ['is not at hand', {}, /not at hand/],
    ['cannot be read', { id_token: sealedToken() }, /cannot be read/],
    ['names nobody', { id_token: signed({ sub: undefined }) }, /no sub/],
  ])('is not checked when the first %s', async (_, tokens, reason) => {
    expect(about(await judge({}, { tokens }), 'refresh_same_subject')).toMatchObject({ result: 'not_checked', reason });
  });
});

describe('the new ID token is judged as any other', () => {
  const token = signed(renewed);
  test.each<[string, string, string]>([
    ['a signature that is none', `${token.slice(0, token.lastIndexOf('.'))}.AAAA`, 'signature'],
    ['one that has ended', signed({ ...renewed, exp: seconds - 600 }), 'exp'],
    ['the hash of the old access token', signed({ ...renewed, at_hash: 'another' }), 'at_hash'],
  ])('%s fails', async (_, id_token, check) => {
    expect(idsOf(await judge({ id_token }), 'fail')).toEqual([check]);
  });
  test('by the access token that came with it', async () => {
    const at_hash = await halfHash('SHA-256', 'new');
    expect(about(await judge({ id_token: signed({ ...renewed, at_hash }) }), 'at_hash')?.result).toBe('pass');
  });
  test.each(['code', 'code token', 'id_token token'])(
    'without what the login of %s asked for',
    async (responseType) => {
      const asked = request({ responseType, maxAge: 60, authTime: true });
      const body = JSON.stringify({ ...good, id_token: signed({ nonce: undefined }) });
      const login = known({ capture: { request: asked } });
      const verdicts = await judgeRefresh(before, { status: 200, ...headers, body }, login);
      expect(idsOf(verdicts, 'fail')).toEqual([]);
      expect(verdicts.map(({ check }) => check)).not.toContain('nonce_required');
    },
  );
});

test('a token that the provider repeats stands in no verdict', async () => {
  const [secret, fresh] = [sealedToken(), sealedToken()];
  const held = { tokens: { refresh_token: secret } };
  const error = JSON.stringify({ error: `no such token: ${secret}` });
  const failure = await judgeRefresh(held, { status: 400, ...headers, body: error }, known());
  expect(about(failure, 'token_response')?.actual).toBe('a text that repeats a token');
  const verdicts = await judge({ refresh_token: fresh, token_type: fresh.slice(-30) });
  expect(about(verdicts, 'token_type')?.actual).toBe('a text that repeats a token');
});

describe('the refresh token', () => {
  test('is dead after invalid_grant, and nothing else is said', async () => {
    const verdicts = await refused(400, '{"error":"invalid_grant"}');
    expect(verdicts).toEqual([
      {
        check: 'refresh_rotation',
        result: 'fail',
        token: 'refresh_token',
        from: 'token_endpoint',
        expected: 'tokens',
        actual: 'invalid_grant',
        reason: 'The refresh token is spent, revoked or expired. Sign in again.',
      },
    ]);
  });
  test.each<[string, number, string, object, RegExp]>([
    ['another error', 400, '{"error":"invalid_client"}', {}, /then refresh again\.$/],
    ['too many calls', 429, '', {}, /Refresh again later\.$/],
    ['a fault of the server', 500, '<html>', { contentType: 'text/html' }, /rotate refresh tokens\.$/],
    ['a page', 200, '<html>', { contentType: 'text/html' }, /rotate refresh tokens\.$/],
  ])('is not judged after %s, and what to do is said', async (_, status, body, over, reason) => {
    const verdicts = await refused(status, body, over);
    expect(idsOf(verdicts, 'fail')).toEqual(['token_response']);
    expect(about(verdicts, 'refresh_rotation')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(reason),
    });
  });
  test('that is empty fails', async () => {
    expect(idsOf(await judge({ refresh_token: '' }), 'fail')).toEqual(['refresh_rotation']);
  });
  test('that is no text fails the form', async () => {
    const verdicts = await judge({ refresh_token: 1 });
    expect(idsOf(verdicts, 'fail')).toEqual(['token_response']);
    expect(about(verdicts, 'refresh_rotation')?.result).toBe('not_checked');
  });
});

describe('the scope', () => {
  test('may be less, not more', async () => {
    expect(about(await judge({ scope: 'openid' }), 'refresh_scope')?.result).toBe('pass');
    expect(about(await judge({ scope: 'openid admin' }), 'refresh_scope')).toMatchObject({
      result: 'fail',
      expected: 'at most openid email',
      actual: 'also admin',
    });
  });
  test('is not compared when the answer names none', async () => {
    expect(about(await judge(), 'refresh_scope')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/names no scope/),
    });
  });
  test('is compared with what was asked for when the login’s answer named none, or not at all', async () => {
    const { tokens } = before;
    expect(about(await judge({ scope: 'openid admin' }, { tokens }), 'refresh_scope')?.actual).toBe('also admin');
    const elsewhere = known({ capture: { request: undefined as never } });
    const answer = { status: 200, ...headers, body: JSON.stringify({ ...good, scope: 'openid' }) };
    expect(about(await judgeRefresh({ tokens }, answer, elsewhere), 'refresh_scope')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/original scope/),
    });
  });
});
