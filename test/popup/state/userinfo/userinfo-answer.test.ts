import { describe, expect, test } from 'vitest';
import { statusWords } from '../../../../popup/state/capture/status-words.ts';
import { parseChallenge, parseErrorBody } from '../../../../popup/state/userinfo/bearer-challenge.ts';
import { readUserinfo } from '../../../../popup/state/userinfo/userinfo-answer.ts';
import { failureWords } from '../../../../popup/state/userinfo/userinfo-failure.ts';
import { noClaimsWords } from '../../../../popup/state/userinfo/userinfo-no-claims.ts';
import { userinfoFailures } from '../../../../src/protocol/records.ts';
import { now, profile, token } from '../../../support/records.ts';

const answered = (status: number, body = '', wwwAuthenticate?: string, contentType = 'application/json') =>
  readUserinfo(
    { status, body, at: now, contentType, ...(wwwAuthenticate !== undefined && { wwwAuthenticate }) },
    profile(),
  );
const jwt = (body: string) => answered(200, body, undefined, 'application/jwt');

describe('the reason of a refusal', () => {
  const cognito =
    'error="invalid_token", error_description="Access token is expired, disabled, or deleted, or the user has globally signed out."';

  test.each([
    [
      'Cognito’s header, without a scheme',
      cognito,
      { error: 'invalid_token', description: expect.stringContaining('expired, disabled') },
    ],
    [
      'a header with its scheme',
      'Bearer realm="x", error="insufficient_scope", scope="openid email"',
      { error: 'insufficient_scope', scope: 'openid email' },
    ],
    ['escaped quotes', 'Bearer error_description="say \\"yes\\""', { description: 'say "yes"' }],
    ['bare words', 'Bearer error=invalid_token', { error: 'invalid_token' }],
    ['the first of two', 'Bearer error="a", error="b"', { error: 'a' }],
    ['nothing', 'Basic realm="x"', {}],
  ])('%s', (_what, header, refusal) => {
    expect(parseChallenge(header)).toEqual(refusal);
  });

  test('stands in a JSON body too', () => {
    expect(parseErrorBody('{"error":"invalid_token","error_description":"late"}')).toEqual({
      error: 'invalid_token',
      description: 'late',
    });
    expect(parseErrorBody('{"message":"Forbidden"}')).toEqual({ description: 'Forbidden' });
    for (const body of ['', 'null', '[]', '<html>', '{"error":{}}']) expect(parseErrorBody(body)).toEqual({});
  });

  test('of the header goes before that of the body', () => {
    const answer = answered(401, '{"error":"other","error_description":"from the body"}', 'error="invalid_token"');
    expect(answer).toMatchObject({ refusal: { error: 'invalid_token', description: 'from the body' } });
  });
});

describe('what an answer turned out to be', () => {
  test('claims, also those of a signed answer', () => {
    expect(answered(200, '{"sub":"ada"}')).toEqual({ kind: 'claims', members: [['sub', 'ada']], isToken: false });
    expect(jwt(token({ sub: 'ada' }))).toEqual({ kind: 'claims', members: [['sub', 'ada']], isToken: true });
  });

  test('text that is no JSON, or no object', () => {
    expect(answered(200, '<html>')).toMatchObject({ kind: 'text', why: 'not_json' });
    expect(answered(200, '["a"]')).toMatchObject({ kind: 'text', why: 'not_object' });
    expect(answered(200, token({ sub: 'ada' }))).toMatchObject({ kind: 'text', why: 'not_json' });
    expect(jwt('{"sub":"ada"}')).toMatchObject({ kind: 'text', why: 'no_token' });
    expect(answered(200, ' ')).toMatchObject({ kind: 'text', why: 'empty' });
  });

  test('no claims under another content type or status, whatever stands in it', () => {
    const html = answered(200, '{"sub":"ada"}', undefined, 'text/html; charset=utf-8');
    expect(html).toMatchObject({ kind: 'text', why: 'other_type', type: 'text/html' });
    expect(answered(201, '{"sub":"ada"}')).toMatchObject({ kind: 'refused', heading: 'userInfo answered 201' });
  });

  test('each has words of its own', () => {
    const answers = [answered(200), answered(200, '<'), answered(200, '[]'), jwt('x'), jwt('e30.a.b.c.d')];
    const types = ['', 'text/html'].map((type) => answered(200, '{}', undefined, type));
    const headings = [...answers, ...types].map((one) => (one.kind === 'text' ? noClaimsWords(one).heading : ''));
    expect(new Set(headings).size).toBe(7);
    expect(headings.at(-1)).toBe('The answer came as text/html, not as JSON');
  });

  test('an encrypted answer is told from text, and is not opened', () => {
    expect(jwt('eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d')).toMatchObject({ kind: 'text', why: 'encrypted' });
  });

  test('a captive portal that answers 200, an empty body and what is nested too deeply throw nothing', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const body of ['<!doctype html><title>Sign in</title>', '', '"text"', deep, `{"sub":${deep}}`]) {
      expect(['text', 'claims']).toContain(answered(200, body).kind);
    }
  });

  test('each refusal has words of its own', () => {
    const headings = [400, 401, 403, 404, 429, 503].map((status) => {
      const answer = answered(status);
      return answer.kind === 'refused' ? answer.heading : '';
    });
    expect(new Set(headings).size).toBe(6);
    expect(headings[1]).toBe('Cognito refused the access token');
  });

  test('a token without openid is told from one that is late', () => {
    const answer = answered(
      401,
      '',
      'error="invalid_token", error_description="Access token does not contain openid scope"',
    );
    expect(answer).toMatchObject({
      heading: expect.stringContaining('lacks the scope openid'),
      todo: expect.stringContaining('Add openid'),
      path: expect.arrayContaining(['App clients']),
    });
  });

  test('a code that no specification has leaves the words to the status', () => {
    expect(answered(401, '', 'error="x_house"')).toMatchObject({ todo: expect.stringContaining('expired or revoked') });
    expect(answered(403, '', 'Bearer error="insufficient_scope", scope="profile"')).toMatchObject({
      todo: expect.stringContaining('userInfo asks for profile'),
    });
  });
});

test('a status has its name, or stands alone', () => {
  expect(statusWords(200)).toBe('200 OK');
  expect(statusWords(418)).toBe('418');
});

test('every failure has words of its own; only an unreachable host without access asks for access', () => {
  const endpoint = 'https://id.example.com/userinfo';
  const words = userinfoFailures.map((kind) => failureWords(kind, endpoint, false));
  expect(new Set(words.map(({ heading }) => heading)).size).toBe(userinfoFailures.length);
  expect(words.filter(({ mayNeedAccess }) => mayNeedAccess)).toHaveLength(1);
  expect(failureWords('unreachable', endpoint, true)).toMatchObject({
    heading: 'id.example.com could not be reached',
    mayNeedAccess: false,
  });
});
