import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Provider, serveOpenId } from './serve.ts';

// What other tests take for granted of the provider: it tells a right request from a wrong one by itself.
let provider: Provider;
beforeAll(async () => {
  provider = await serveOpenId();
});
afterAll(() => provider.close());
beforeEach(() => provider.err('none'));

const verifier = 'a-verifier-of-forty-three-characters-or-more';
const callback = 'https://app.example/callback';

async function authorize(more: Record<string, string> = {}, cookie = '') {
  const query = new URLSearchParams({
    client_id: 'app',
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...more,
  });
  const answer = await fetch(`${provider.endpoints.authorization}?${query}`, {
    redirect: 'manual',
    headers: { cookie },
  });
  const { searchParams } = new URL(answer.headers.get('location') ?? '');
  return { answer, code: searchParams.get('code') ?? '', error: searchParams.get('error') };
}

async function post(form: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await fetch(provider.endpoints.token, { method: 'POST', body: new URLSearchParams(form), headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const exchange = (code: string, more: Record<string, string> = {}, headers?: Record<string, string>) =>
  post(
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: verifier,
      client_id: 'app',
      ...more,
    },
    headers,
  );
const refresh = (token = '') => post({ grant_type: 'refresh_token', refresh_token: token, client_id: 'app' });

describe('a code', () => {
  test('is good once; used again, it ends what came of it', async () => {
    const { code } = await authorize();
    const { status, body } = await exchange(code);
    expect(status).toBe(200);
    expect(await exchange(code)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
    expect((await refresh(body.refresh_token)).status).toBe(400);
  });

  test.each([
    ['another verifier', { code_verifier: `${verifier}x` }],
    ['another redirect_uri', { redirect_uri: `${callback}/` }],
    ['another client', { client_id: 'another' }],
  ])('is not for %s', async (_what, more) => {
    const { code } = await authorize();
    expect((await exchange(code, more)).body).toEqual({ error: 'invalid_grant' });
  });
});

test('a refresh token is good once; used again, it ends them all', async () => {
  const first = (await exchange((await authorize()).code)).body.refresh_token;
  const second = (await refresh(first)).body.refresh_token;
  expect(second).not.toBe(first);
  expect((await refresh(first)).status).toBe(400);
  expect((await refresh(second)).status).toBe(400);
});

describe('a client with a secret', () => {
  const secret = 'a +&=%/:é';
  const id = 'app with:a colon';
  const header = (one: string, other: string) => ({
    authorization: `Basic ${Buffer.from(`${one}:${other}`).toString('base64')}`,
  });
  const encoded = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);

  test.each([
    ['form-encoded, as RFC 6749 has it', encoded(id), encoded(secret), 200],
    ['as they are', id, secret, 401],
    ['with another secret', encoded(id), encoded('another'), 401],
  ])('in the header %s', async (_what, one, other, status) => {
    provider.register(id, { auth: 'client_secret_basic', secret });
    const { code } = await authorize({ client_id: id });
    expect((await exchange(code, { client_id: id }, header(one, other))).status).toBe(status);
  });

  test.each([
    ['the right one', { client_secret: secret }, 200],
    ['another one', { client_secret: 'another' }, 401],
    ['none', {}, 401],
  ])('in the body: %s', async (_what, more, status) => {
    provider.register('posts', { auth: 'client_secret_post', secret });
    const { code } = await authorize({ client_id: 'posts' });
    expect((await exchange(code, { client_id: 'posts', ...more })).status).toBe(status);
  });
});

test('without a page only a browser that signed in before gets an answer', async () => {
  expect((await authorize({ prompt: 'none' })).error).toBe('login_required');
  const { answer } = await authorize();
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await authorize({ prompt: 'none' }, cookie)).code).not.toBe('');
  await fetch(provider.endpoints.endSession, { redirect: 'manual', headers: { cookie } });
  expect((await authorize({ prompt: 'none' }, cookie)).error).toBe('login_required');
});
