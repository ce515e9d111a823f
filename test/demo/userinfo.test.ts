import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { ada, codeForm, type Demo, getUserinfo, implicitTokens, post } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  vi.useRealTimers();
});

const bad = { error: 'invalid_request', error_description: 'Bad OAuth2 request at UserInfo Endpoint' };
const ended = {
  error: 'invalid_token',
  error_description: 'Access token is expired, disabled, or deleted, or the user has globally signed out.',
};
const noOpenid = { error: 'invalid_token', error_description: 'Access token does not contain openid scope' };

function expectRefusal(answer: Awaited<ReturnType<typeof getUserinfo>>, status: number, body: typeof bad) {
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual(body);
  expect(answer.headers.get('www-authenticate')).toBe(
    `error="${body.error}", error_description="${body.error_description}"`,
  );
}

test('every value is a string, username is there and cognito:groups is not', async () => {
  const { accessToken } = await implicitTokens(demo);
  const { status, body } = await getUserinfo(demo, `Bearer ${accessToken}`);
  expect(status).toBe(200);
  expect(body).toEqual({
    sub: ada.sub,
    email: 'ada.okafor@example.com',
    email_verified: 'true',
    name: 'Ada Okafor',
    phone_number: '+12025550147',
    phone_number_verified: 'true',
    'custom:department': 'research/north',
    username: 'ada.okafor',
  });
});

test('the scope narrows the attributes as it does in the ID token', async () => {
  const { accessToken } = await implicitTokens(demo, { parameters: { scope: 'openid email' } });
  const { body } = await getUserinfo(demo, `Bearer ${accessToken}`);
  expect(Object.keys(body).sort()).toEqual(['email', 'email_verified', 'sub', 'username']);
});

test('the answer is JSON that nobody stores or frames', async () => {
  const { accessToken } = await implicitTokens(demo);
  const { headers } = await getUserinfo(demo, `Bearer ${accessToken}`);
  expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('x-amz-cognito-request-id')).toBeTruthy();
});

describe('400 for a token that is missing or malformed', () => {
  test.each([undefined, 'Bearer', 'Bearer not-a-token', 'Bearer a.b.c', 'Basic YTpi', 'nonsense'])(
    '%s',
    async (header) => {
      expectRefusal(await getUserinfo(demo, header), 400, bad);
    },
  );
});

describe('401', () => {
  test('for an expired token', async () => {
    const { accessToken } = await implicitTokens(demo);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3601_000 });
    expectRefusal(await getUserinfo(demo, `Bearer ${accessToken}`), 401, ended);
  });

  test('for a token that was revoked', async () => {
    const form = await codeForm(demo);
    const { body } = await post(demo.endpoints.token, form);
    expect((await getUserinfo(demo, `Bearer ${body.access_token}`)).status).toBe(200);
    await post(demo.endpoints.revocation, { token: body.refresh_token, client_id: form.client_id });
    expectRefusal(await getUserinfo(demo, `Bearer ${body.access_token}`), 401, ended);
  });

  test('for an ID token', async () => {
    const { idToken } = await implicitTokens(demo);
    expectRefusal(await getUserinfo(demo, `Bearer ${idToken}`), 401, ended);
  });

  test('for a token whose signature was changed', async () => {
    const { accessToken } = await implicitTokens(demo);
    expectRefusal(await getUserinfo(demo, `Bearer ${accessToken.slice(0, -4)}AAAA`), 401, ended);
  });

  test('for a token without openid, and it says so', async () => {
    const { accessToken } = await implicitTokens(demo, { client: demo.clients.noOpenid });
    expectRefusal(await getUserinfo(demo, `Bearer ${accessToken}`), 401, noOpenid);
  });
});

test('the path has a capital I', async () => {
  expect((await fetch(`${demo.origin}/oauth2/userinfo`)).status).toBe(404);
});
