/** Long because it is the table of what an ID token may do wrong, and what each fault fails. */
import { describe, expect, test } from 'vitest';
import { isAllPassed, severityOf } from '../../../src/protocol/checks.ts';
import type { Verdict } from '../../../src/protocol/records.ts';
import { halfHash } from '../../../src/verify/half-hash.ts';
import { judgeIdToken } from '../../../src/verify/judge-id-token.ts';
import { sealedToken, type Values } from '../../support/provider/signing.ts';
import { now } from '../../support/records.ts';
import { about, clientId, idsOf, issuer, known, request, seconds, signed, withPayload } from './known.ts';

type Over = Parameters<typeof known>[0];

const judge = (token: string, over: Over = {}, from: 'front_channel' | 'token_endpoint' = 'front_channel') =>
  judgeIdToken(known(over), token, from);
/** A login with these response type and request. */
const asked = (over: Parameters<typeof request>[0]): Over => ({ capture: { request: request(over) } });
const elsewhere: Over = { capture: { request: undefined as never, startedHere: false } };

const always = ['claim_types', 'typ', 'iss', 'aud', 'azp', 'sub', 'exp', 'exp_range', 'iat', 'nonce'];

test('a good token passes every check, and a pass says nothing more', async () => {
  const verdicts = await judge(signed());
  expect(idsOf(verdicts, 'pass')).toEqual(expect.arrayContaining(['compact_form', 'signature', ...always]));
  expect(idsOf(verdicts, 'fail')).toEqual([]);
  expect(isAllPassed(verdicts)).toBe(true);
  expect(about(verdicts, 'iss')).toEqual({
    check: 'iss',
    result: 'pass',
    token: 'id_token',
    from: 'front_channel',
  });
});

test('without a fault only the age is not checked, as the profile sets none', async () => {
  expect(idsOf(await judge(signed()), 'not_checked')).toEqual(['iat_age']);
  expect(idsOf(await judge(signed(), { profile: { iatWindow: 60 } }), 'not_checked')).toEqual([]);
});

describe('a claim that is wrong fails its own check alone', () => {
  const faults: [name: string, claims: Values, check: string, actual: string][] = [
    ['another issuer', { iss: `${issuer}1` }, 'iss', `${issuer}1`],
    ['an issuer with a trailing slash', { iss: `${issuer}/` }, 'iss', `${issuer}/`],
    ['no issuer', { iss: undefined }, 'iss', 'none'],
    ['another audience', { aud: `${clientId}1` }, 'aud', `${clientId}1`],
    ['no audience', { aud: undefined }, 'aud', 'none'],
    ['an audience list without anybody', { aud: [] }, 'aud', 'an empty list'],
    ['an audience beside ours', { aud: [clientId, 'evil'], azp: clientId }, 'aud', `${clientId}, evil`],
    ['another azp', { azp: 'evil' }, 'azp', 'evil'],
    ['no sub', { sub: undefined }, 'sub', 'none'],
    ['an empty sub', { sub: '' }, 'sub', 'an empty text'],
    ['a number for a sub', { sub: 1 }, 'sub', 'a number, not text'],
    ['a sub that is too long', { sub: 'a'.repeat(256) }, 'sub', '256 characters'],
    ['a sub that is not ASCII', { sub: 'ädä' }, 'sub', 'ädä'],
    ['no exp', { exp: undefined }, 'exp', 'none'],
    ['an exp that is past', { exp: seconds - 60 }, 'exp', '2026-11-23T19:01:16Z'],
    ['an exp of 0', { exp: 0 }, 'exp', '1970-01-01T00:00:00Z'],
    ['a negative exp', { exp: -1 }, 'exp', '1969-12-31T23:59:59Z'],
    ['an exp before any calendar', { exp: -1e300 }, 'exp', '-1e+300'],
    ['an exp in milliseconds', { exp: now + 3_600_000 }, 'exp_range', '1795464136000'],
    ['no iat', { iat: undefined }, 'iat', 'none'],
    ['an iat in the future', { iat: seconds + 61 }, 'iat', '2026-11-23T19:03:17Z'],
    ['an iat in the year 2286', { iat: 9_999_999_999 }, 'iat', '2286-11-20T17:46:39Z'],
    ['an nbf in the future', { nbf: seconds + 61 }, 'nbf', '2026-11-23T19:03:17Z'],
    ['another nonce', { nonce: 'the-nonce1' }, 'nonce', 'the-nonce1'],
    ['no nonce', { nonce: undefined }, 'nonce', 'none'],
    ['a number for a nonce', { nonce: 1 }, 'nonce', 'a number, not text'],
    ['security events', { events: {} }, 'typ', 'the claim events, as security events have it'],
    ['a text for exp', { exp: '1' }, 'claim_types', 'exp: text'],
    ['null for exp', { exp: null }, 'claim_types', 'exp: null'],
    ['a text for iat', { iat: '1' }, 'claim_types', 'iat: text'],
    ['a text for nbf', { nbf: '1' }, 'claim_types', 'nbf: text'],
    ['true for auth_time', { auth_time: true }, 'claim_types', 'auth_time: true'],
    ['a number for iss', { iss: 1 }, 'claim_types', 'iss: a number'],
    ['an object for aud', { aud: {} }, 'claim_types', 'aud: an object'],
    ['a list with a number for aud', { aud: [clientId, 1] }, 'claim_types', 'aud: a list of other things'],
    ['an empty acr', { acr: '' }, 'acr', 'an empty text'],
  ];
  test.each(faults)('%s', async (_, claims, check, actual) => {
    const verdicts = await judge(signed(claims));
    expect(idsOf(verdicts, 'fail')).toEqual([check]);
    expect(about(verdicts, check)).toMatchObject({ actual, expected: expect.stringMatching(/./) });
  });

  test.each(['at+jwt', 'application/at+JWT', 'dpop+jwt', 'logout+jwt'])('a typ of %s', async (typ) => {
    expect(idsOf(await judge(signed({}, { typ })), 'fail')).toEqual(['typ']);
  });

  test('of several audiences without azp it is noted too that it is missing', async () => {
    const verdicts = await judge(signed({ aud: [clientId, 'evil'] }));
    expect(idsOf(verdicts, 'fail')).toEqual(['aud', 'azp']);
    expect(about(verdicts, 'aud')?.reason).toBe('The token is for others too: evil.');
    expect(severityOf(about(verdicts, 'azp')!)).toBe('warning');
  });
});

describe('what is unusual and allowed', () => {
  test.each<[string, Values, Values?]>([
    ['an audience list of one', { aud: [clientId] }],
    ['the same audience twice', { aud: [clientId, clientId] }],
    ['fractions of a second', { exp: seconds + 0.5, iat: seconds - 0.5 }],
    ['an exp that is past by less than the clocks may differ', { exp: seconds - 59 }],
    ['an iat that is ahead by as much as the clocks may differ', { iat: seconds + 60 }],
    ['an nbf now', { nbf: seconds }],
    ['an exp in 49 years', { exp: seconds + 49 * 31_557_600 }],
    ['our azp', { azp: clientId }],
    ['a sub of 255 characters', { sub: 'a'.repeat(255) }],
    ['a claim named __proto__', JSON.parse('{"__proto__":{"iss":"https://evil.example"}}')],
    ['a typ of JWT', {}, { typ: 'JWT' }],
  ])('%s', async (_, claims, header) => expect(idsOf(await judge(signed(claims, header)), 'fail')).toEqual([]));

  test('a slash that JSON escapes is a slash', async () => {
    const payload = JSON.stringify({ iss: issuer }).replaceAll('/', '\\/');
    expect(about(await judge(withPayload(payload)), 'iss')?.result).toBe('pass');
  });
});

describe('a number that is too large to read', () => {
  test('fails the types, and the expiry is not checked', async () => {
    const verdicts = await judge(withPayload('{"exp":1e400}'));
    expect(about(verdicts, 'claim_types')).toMatchObject({ result: 'fail', actual: 'exp: a number too large to read' });
    expect(about(verdicts, 'exp')).toMatchObject({ result: 'not_checked', reason: expect.stringMatching(/no number/) });
    expect(about(verdicts, 'exp_range')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/no number/),
    });
  });
});

describe('the issuer’s scheme', () => {
  test('http elsewhere fails the types', async () => {
    const verdicts = await judge(signed({ iss: 'http://op.example' }), { profile: { issuer: 'http://op.example' } });
    expect(idsOf(verdicts, 'fail')).toEqual(['claim_types']);
    expect(severityOf(about(verdicts, 'claim_types')!)).toBe('blocking');
  });
  test('http on this computer is warned of, and the rest can be all passed', async () => {
    const local = 'http://localhost:9000/pool';
    const verdicts = await judge(signed({ iss: local }), { profile: { issuer: local } });
    expect(about(verdicts, 'claim_types')).toMatchObject({ result: 'fail', severity: 'warning' });
    expect(isAllPassed(verdicts)).toBe(true);
  });
  test('another fault goes before the warning', async () => {
    const verdicts = await judge(signed({ iss: 'http://localhost', nbf: '1' }));
    expect(about(verdicts, 'claim_types')).toMatchObject({ actual: 'nbf: text' });
    expect(severityOf(about(verdicts, 'claim_types')!)).toBe('blocking');
  });
});

describe('this computer’s clock', () => {
  test.each([
    ['behind the provider’s by minutes', { iat: seconds + 420 }, 420_000, 'iat', '7 min behind'],
    ['ahead of the provider’s by hours', { exp: seconds - 7200 }, -10_800_000, 'exp', '3 h ahead of'],
    ['behind by seconds', { nbf: seconds + 75 }, 75_000, 'nbf', '75 s behind'],
    ['ahead by a year', { exp: seconds - 86_400 }, -31_536_000_000, 'exp', '365 days ahead of'],
  ] as const)('%s explains the failure', async (_, claims, clockSkew, check, words) => {
    const verdict = about(await judge(signed(claims), { clockSkew }), check);
    expect(verdict).toMatchObject({
      result: 'fail',
      reason: `This computer’s clock is ${words} the provider’s. Set it, then sign in again.`,
    });
  });
  test('explains nothing when the token is too old by the provider’s as well', async () => {
    const verdict = about(await judge(signed({ exp: seconds - 7200 }), { clockSkew: -60_000 }), 'exp');
    expect(verdict).toEqual({
      check: 'exp',
      result: 'fail',
      token: 'id_token',
      from: 'front_channel',
      expected: 'later than 2026-11-23T19:02:16Z (60 s allowed)',
      actual: '2026-11-23T17:02:16Z',
    });
  });
  test('may differ by what the profile allows, 300 s at most', async () => {
    const result = async (clockSkew: number, late: number) =>
      about(await judge(signed({ exp: seconds - late }), { profile: { clockSkew } }), 'exp')?.result;
    expect(await result(0, 0)).toBe('fail');
    expect(await result(300, 299)).toBe('pass');
    expect(await result(3000, 300)).toBe('fail');
  });
});

describe('the age', () => {
  test('fails beyond the window of the profile, as a warning', async () => {
    const verdicts = await judge(signed({ iat: seconds - 604_800 }), { profile: { iatWindow: 3600 } });
    expect(idsOf(verdicts, 'fail')).toEqual(['iat_age']);
    expect(about(verdicts, 'iat_age')).toMatchObject({ expected: 'at most 3600 s old', actual: '604800 s old' });
  });
  test('cannot be told without an iat', async () => {
    const verdicts = await judge(signed({ iat: undefined }), { profile: { iatWindow: 3600 } });
    expect(about(verdicts, 'iat_age')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/no iat/),
    });
  });
});

describe('what the profile does not say is not checked', () => {
  test.each<[string, Over, string, RegExp]>([
    ['no issuer', { profile: { issuer: '' } }, 'iss', /Enter the issuer there, or trust the issuer/],
    ['no pool', { profile: { issuer: '', provider: 'cognito' } }, 'iss', /user pool id/],
    ['no client id', { profile: { clientId: '' } }, 'aud', /names no client id/],
    ['no client id', { profile: { clientId: '' } }, 'azp', /names no client id/],
  ])('%s', async (_, over, check, reason) => {
    expect(about(await judge(signed(), over), check)).toMatchObject({ result: 'not_checked', reason });
  });
  test('a deleted profile takes what was expected with it', async () => {
    const verdicts = await judgeIdToken({ ...known(), profile: undefined }, signed(), 'front_channel');
    expect(about(verdicts, 'iss')).toMatchObject({ result: 'not_checked', reason: expect.stringMatching(/deleted/) });
    expect(about(verdicts, 'aud')).toMatchObject({ result: 'not_checked', reason: expect.stringMatching(/deleted/) });
    expect(idsOf(verdicts, 'fail')).toEqual([]);
  });
});

describe('a user pool of Amazon Cognito', () => {
  const original = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
  const updated = 'https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
  const pool: Over = { profile: { provider: 'cognito', issuer: original } };
  test.each([original, updated])('may name %s', async (iss) => {
    expect(idsOf(await judge(signed({ iss, token_use: 'id' }), pool), 'fail')).toEqual([]);
  });
  test('may not name another pool', async () => {
    const verdicts = await judge(signed({ iss: `${original}1`, token_use: 'id' }), pool);
    expect(idsOf(verdicts, 'fail')).toEqual(['iss']);
  });
  test.each([
    ['access', 'access'],
    [undefined, 'none'],
  ])('token_use %s is no ID token', async (tokenUse, actual) => {
    const verdicts = await judge(signed({ iss: original, token_use: tokenUse }), pool);
    expect(idsOf(verdicts, 'fail')).toEqual(['token_use']);
    expect(about(verdicts, 'token_use')).toMatchObject({ expected: 'id', actual });
  });
});

describe('a login that was started elsewhere', () => {
  test('its nonce is not checked, and what may have been asked for neither', async () => {
    const verdicts = await judge(signed({ auth_time: seconds, acr: 'high' }), elsewhere);
    expect(idsOf(verdicts, 'not_checked')).toEqual(['iat_age', 'nonce', 'auth_time', 'acr']);
    expect(about(verdicts, 'nonce')?.reason).toMatch(/not started here/);
  });
  test.each(['id_token', 'id_token token', 'code id_token', 'code id_token token'])(
    'its flow %s demands a nonce all the same',
    async (responseType) => {
      const over = { ...elsewhere, profile: { responseType } };
      expect(about(await judge(signed(), over), 'nonce_required')?.result).toBe('not_checked');
      const verdicts = await judge(signed({ nonce: undefined }), over);
      expect(about(verdicts, 'nonce_required')).toMatchObject({ result: 'fail', actual: 'none' });
    },
  );
  test('a token that was pasted alone may be of any flow', async () => {
    const over: Over = {
      capture: { ...elsewhere?.capture, callback: '' },
      profile: { responseType: 'id_token token' },
    };
    const verdicts = await judge(signed({ nonce: undefined }), over);
    expect(about(verdicts, 'nonce_required')).toBeUndefined();
    expect(about(verdicts, 'at_hash')).toBeUndefined();
  });
});

describe('a nonce where the flow demands one', () => {
  test.each(['id_token', 'token id_token', 'code id_token', 'code id_token token'])('%s', async (responseType) => {
    expect(about(await judge(signed(), asked({ responseType })), 'nonce_required')?.result).toBe('pass');
    const { nonce: _, ...without } = request({ responseType });
    const verdicts = await judge(signed(), { capture: { request: without } });
    expect(about(verdicts, 'nonce_required')).toMatchObject({ result: 'fail', expected: 'a nonce in the request' });
    expect(about(verdicts, 'nonce')).toBeUndefined();
  });
  test('is told once when only the token lacks it', async () => {
    const verdicts = await judge(signed({ nonce: undefined }), asked({ responseType: 'id_token' }));
    expect(idsOf(verdicts, 'fail')).toEqual(['nonce']);
    expect(about(verdicts, 'nonce_required')?.result).toBe('not_checked');
  });
  test('is not demanded of token and code, nor of the second token of a hybrid flow', async () => {
    expect(about(await judge(signed(), asked({ responseType: 'token' })), 'nonce_required')).toBeUndefined();
    for (const responseType of ['code', 'code id_token']) {
      const verdicts = await judge(signed(), asked({ responseType }), 'token_endpoint');
      expect(about(verdicts, 'nonce_required')).toBeUndefined();
    }
    const alone = await judge(signed(), asked({ responseType: 'code token' }), 'token_endpoint');
    expect(about(alone, 'nonce_required')?.result).toBe('pass');
  });
});

describe('the sign-in that was asked for', () => {
  test.each<[string, Values, Parameters<typeof request>[0], Verdict['result'] | undefined]>([
    ['recent enough', { auth_time: seconds - 660 }, { maxAge: 600 }, 'pass'],
    ['too old', { auth_time: seconds - 661 }, { maxAge: 600 }, 'fail'],
    ['not told', {}, { maxAge: 600 }, 'fail'],
    ['not told, with an age of 0', {}, { maxAge: 0 }, 'fail'],
    ['told as text', { auth_time: '1' }, { maxAge: 600 }, 'not_checked'],
    ['within the tolerance ahead', { auth_time: seconds + 60 }, { maxAge: 0 }, 'pass'],
    ['ahead', { auth_time: seconds + 61 }, { maxAge: 0 }, 'fail'],
    ['in milliseconds', { auth_time: seconds * 1000 }, { authTime: true }, 'fail'],
    ['asked for its time', { auth_time: 1 }, { authTime: true }, 'pass'],
    ['asked for its time and not told', {}, { authTime: true }, 'fail'],
    ['not asked for', { auth_time: 1 }, {}, undefined],
  ])('%s', async (_, claims, over, result) => {
    expect(about(await judge(signed(claims), asked(over)), 'auth_time')?.result).toBe(result);
  });
  test.each<[string, Values, Parameters<typeof request>[0], Verdict['result'] | undefined]>([
    ['one of the classes', { acr: 'b' }, { acr: 'a b' }, 'pass'],
    ['another class', { acr: 'c' }, { acr: 'a b' }, 'fail'],
    ['no class', {}, { acr: 'a' }, 'fail'],
    ['a number', { acr: 1 }, { acr: '1' }, 'fail'],
    ['an empty class', { acr: '' }, { acr: 'a' }, 'fail'],
    ['not asked for', { acr: 'a' }, {}, undefined],
  ])('acr: %s', async (_, claims, over, result) => {
    expect(about(await judge(signed(claims), asked(over)), 'acr')?.result).toBe(result);
  });
});

describe('the hashes of what came with it', async () => {
  const at_hash = await halfHash('SHA-256', 'the-access-token');
  const c_hash = await halfHash('SHA-256', 'the-code');
  const s_hash = await halfHash('SHA-256', 'the-state');
  const held = { tokens: { access_token: 'the-access-token' }, params: [['code', 'the-code']] as [string, string][] };
  const inFlow = (responseType: string): Over => ({ capture: { ...held, request: request({ responseType }) } });

  test.each(['id_token token', 'code id_token', 'code id_token token', 'token'])('fit in %s', async (responseType) => {
    const verdicts = await judge(signed({ at_hash, c_hash, s_hash }), inFlow(responseType));
    expect(idsOf(verdicts, 'fail')).toEqual([]);
    expect(idsOf(verdicts, 'pass')).toEqual(expect.arrayContaining(['at_hash', 'c_hash', 's_hash']));
  });
  test.each(['at_hash', 'c_hash', 's_hash'])('%s of something else fails alone', async (check) => {
    const hashes: Values = { at_hash, c_hash, s_hash };
    const claims = { ...hashes, [check]: `${hashes[check]}1` };
    const verdicts = await judge(signed(claims), inFlow('code id_token token'));
    expect(idsOf(verdicts, 'fail')).toEqual([check]);
    expect(about(verdicts, check)).toMatchObject({ expected: hashes[check], actual: claims[check] });
  });
  test.each([
    ['id_token token', ['at_hash']],
    ['code id_token', ['c_hash']],
    ['code id_token token', ['at_hash', 'c_hash']],
    ['id_token', []],
    ['token', []],
    ['code token', []],
  ])('are demanded by %s: %j', async (responseType, missing) => {
    expect(idsOf(await judge(signed(), inFlow(responseType)), 'fail')).toEqual(missing);
  });
  test('case counts', async () => {
    const verdicts = await judge(signed({ at_hash: at_hash.toLowerCase() }), inFlow('token'));
    expect(idsOf(verdicts, 'fail')).toEqual(['at_hash']);
  });
  test('are not checked without what they are of', async () => {
    const { state: _, ...stateless } = request({ responseType: 'code id_token token' });
    const over: Over = { capture: { tokens: {}, params: [], request: stateless } };
    const verdicts = await judge(signed({ at_hash, c_hash, s_hash }), over);
    expect(about(verdicts, 'at_hash')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/no access token at hand/),
    });
    expect(about(verdicts, 'c_hash')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/no code at hand/),
    });
    expect(about(verdicts, 's_hash')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/no state at hand/),
    });
  });
  test('are not checked where alg names no hash', async () => {
    const verdicts = await judge(signed({ at_hash }, { alg: 'none' }), inFlow('token'));
    expect(about(verdicts, 'at_hash')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringMatching(/names no hash/),
    });
  });
  test('of the token endpoint: at_hash alone, and only where it stands', async () => {
    const verdicts = await judge(signed({ c_hash: 'x', s_hash: 'x' }), inFlow('code id_token token'), 'token_endpoint');
    expect(idsOf(verdicts, 'fail')).toEqual([]);
    const wrong = await judge(signed({ at_hash: 'x' }), inFlow('code'), 'token_endpoint');
    expect(idsOf(wrong, 'fail')).toEqual(['at_hash']);
  });
});

describe('a token that cannot be read', () => {
  const applying = always.filter((check) => check !== 'nbf');
  test.each([
    ['encrypted', sealedToken()],
    ['encrypted, as Cognito’s refresh token', 'eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.a.b.c.d'],
  ])('%s: no check of it is made', async (_, token) => {
    const verdicts = await judge(token, asked({ responseType: 'code id_token token', maxAge: 1, acr: 'a' }));
    expect(idsOf(verdicts, 'fail')).toEqual([]);
    expect(idsOf(verdicts, 'pass')).toEqual([]);
    const listed = ['compact_form', 'json_object', 'duplicate_member', 'alg', 'signature', ...applying];
    const demanded = ['nonce_required', 'auth_time', 'acr', 'at_hash', 'c_hash'];
    expect(idsOf(verdicts, 'not_checked')).toEqual(expect.arrayContaining([...listed, ...demanded]));
    for (const verdict of verdicts) expect(verdict.reason).toMatch(/encrypted/);
  });
  test.each(['', 'opaque', 'a.b', 'a.b.c.d'])(
    '%j is no token: its form fails, and nothing else is checked',
    async (raw) => {
      const verdicts = await judge(raw);
      expect(idsOf(verdicts, 'fail')).toEqual(['compact_form']);
      expect(idsOf(verdicts, 'pass')).toEqual([]);
      expect(idsOf(verdicts, 'not_checked')).toEqual(expect.arrayContaining(['signature', ...applying]));
    },
  );
  test.each([
    ['no JSON', 'hello'],
    ['an array', '[]'],
    ['a text', '"a"'],
    ['null', 'null'],
  ])('claims that are %s: the object fails, the claims are not checked', async (_, payload) => {
    const verdicts = await judge(withPayload(payload), { keys: { ok: false, why: 'offline' } });
    expect(idsOf(verdicts, 'fail')).toEqual(['json_object']);
    for (const check of applying) {
      expect(about(verdicts, check)).toMatchObject({
        result: 'not_checked',
        reason: expect.stringMatching(/claims of the token cannot/),
      });
    }
  });
  test('a name that stands twice fails, and the claims are judged by the last', async () => {
    const verdicts = await judge(withPayload(`{"iss":"${issuer}","iss":"https://evil.example"}`));
    expect(about(verdicts, 'duplicate_member')?.result).toBe('fail');
    expect(about(verdicts, 'iss')).toMatchObject({ result: 'fail', actual: 'https://evil.example' });
  });
  test('a header that cannot be read leaves the type open', async () => {
    const [, ...rest] = signed().split('.');
    const verdicts = await judge(['W10', ...rest].join('.'));
    expect(idsOf(verdicts, 'fail')).toEqual(['json_object']);
    expect(about(verdicts, 'typ')).toMatchObject({ result: 'not_checked', reason: expect.stringMatching(/header/) });
  });
});

test('100,000 claims and a deep one are judged as any other', async () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`c${index}`, index]));
  expect(idsOf(await judge(signed(many)), 'fail')).toEqual([]);
  const deep = `{"iss":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
  expect(idsOf(await judge(withPayload(deep)), 'fail')).toContain('claim_types');
});
