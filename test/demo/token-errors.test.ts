import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { basic, codeForm, type Demo, post, type Query } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  vi.useRealTimers();
});

const exchange = (form: Query, headers?: Record<string, string>) => post(demo.endpoints.token, form, headers);
const idOf = (name: keyof Demo['clients']) => demo.clients[name].clientId;

/** The code form of a client, changed, is answered with 400 and this body. */
async function expectError(form: Query, body: object, headers?: Record<string, string>) {
  const answer = await exchange(form, headers);
  expect(answer.body).toEqual(body);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8');
}

describe('an ordinary exchange, changed in one thing', () => {
  const cases: [string, Query, object][] = [
    ['no grant_type', { grant_type: undefined }, { error: 'invalid_request' }],
    ['no code', { code: undefined }, { error: 'invalid_request' }],
    ['no client_id', { client_id: undefined }, { error: 'invalid_request' }],
    ['an unknown client', { client_id: 'nobody' }, { error: 'invalid_client' }],
    ['another client', { client_id: '5xr2wk9ac7pg1jdt4fhn8u0vsl' }, { error: 'invalid_grant' }],
    ['an unknown code', { code: 'c0ffee00-0000-4000-8000-000000000000' }, { error: 'invalid_grant' }],
    [
      'another redirect_uri',
      { redirect_uri: 'http://localhost:3000/callback/' },
      { error: 'unauthorized_client', error_description: 'invalid_redirect' },
    ],
    ['the password grant', { grant_type: 'password' }, { error: 'unsupported_grant_type' }],
    ['the implicit grant', { grant_type: 'implicit' }, { error: 'unsupported_grant_type' }],
  ];
  test.each(cases)('%s', async (_title, change, expected) => {
    await expectError({ ...(await codeForm(demo)), ...change }, expected);
  });
});

test('a code can be spent once', async () => {
  const form = await codeForm(demo);
  expect((await exchange(form)).status).toBe(200);
  await expectError(form, { error: 'invalid_grant' });
});

test('a code is spent by a failed exchange as well', async () => {
  const form = await codeForm(demo);
  await expectError(
    { ...form, redirect_uri: 'http://localhost/' },
    { error: 'unauthorized_client', error_description: 'invalid_redirect' },
  );
  await expectError(form, { error: 'invalid_grant' });
});

test('a code is refused after five minutes', async () => {
  const form = await codeForm(demo);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
  await expectError(form, { error: 'invalid_grant' });
});

test('a client with a secret that sends none is told so', async () => {
  const form = await codeForm(demo, { client: demo.clients.secret });
  await expectError(form, { error: 'invalid_client', error_description: 'invalid_client_secret' });
});

test('a wrong secret is refused, by Basic and in the body', async () => {
  const form = await codeForm(demo, { client: demo.clients.secret });
  const { client_id: _, ...rest } = form;
  await expectError({ ...form, client_secret: 'wrong' }, { error: 'invalid_client' });
  await expectError(rest, { error: 'invalid_client' }, basic({ ...demo.clients.secret, clientSecret: 'wrong' }));
});

test('a body that is no form is refused', async () => {
  const answer = await fetch(demo.endpoints.token, {
    method: 'POST',
    body: JSON.stringify(await codeForm(demo)),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: 'invalid_request' });
});

test('GET is answered with 405', async () => {
  expect((await fetch(demo.endpoints.token)).status).toBe(405);
});

describe('refreshing', () => {
  const refresh = (client_id: string, refresh_token: string) => ({
    grant_type: 'refresh_token',
    client_id,
    refresh_token,
  });

  test('with an unknown token', () => expectError(refresh(idOf('code'), 'a.b.c.d.e'), { error: 'invalid_grant' }));

  test('with the token of another client', async () => {
    const { body } = await exchange(await codeForm(demo));
    await expectError(refresh(idOf('noImplicit'), body.refresh_token), { error: 'invalid_grant' });
  });

  test('after thirty days', async () => {
    const { body } = await exchange(await codeForm(demo));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 24 * 3600_000 + 1000 });
    await expectError(refresh(idOf('code'), body.refresh_token), { error: 'invalid_grant' });
  });

  test('by a client without the code grant', () =>
    expectError(refresh(idOf('implicit'), 'a.b.c.d.e'), { error: 'unauthorized_client' }));
});

describe('client_credentials', () => {
  const form = { grant_type: 'client_credentials' };

  test('by a client of users', () => expectError({ ...form, client_id: idOf('code') }, { error: 'invalid_grant' }));

  test.each(['openid', 'shop/orders.delete', 'shop/orders.read email'])('with the scope %s', async (scope) => {
    await expectError({ ...form, scope }, { error: 'invalid_scope' }, basic(demo.clients.machine));
  });

  test('without the secret', () =>
    expectError(
      { ...form, client_id: idOf('machine') },
      { error: 'invalid_client', error_description: 'invalid_client_secret' },
    ));
});
