import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { authorizeUrl, Browser, basic, codeForm, type Demo, getUserinfo, post, type Query } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const revoke = (form: Query, headers?: Record<string, string>) => post(demo.endpoints.revocation, form, headers);

async function tokens(client = demo.clients.code, headers?: Record<string, string>) {
  const form = await codeForm(demo, { client });
  const { body } = await post(demo.endpoints.token, form, headers);
  const refresh = { grant_type: 'refresh_token', client_id: client.clientId, refresh_token: body.refresh_token };
  const canRefresh = async () => (await post(demo.endpoints.token, refresh, headers)).status === 200;
  return { ...body, client_id: client.clientId, canRefresh };
}

test('ends the refresh token and its access token, with an empty 200', async () => {
  const { refresh_token, access_token, client_id, canRefresh } = await tokens();
  expect(await canRefresh()).toBe(true);
  const { status, text } = await revoke({ token: refresh_token, client_id });
  expect([status, text]).toEqual([200, '']);
  expect(await canRefresh()).toBe(false);
  expect((await getUserinfo(demo, `Bearer ${access_token}`)).status).toBe(401);
});

test('leaves the tokens of another login alone', async () => {
  const [one, other] = [await tokens(), await tokens()];
  await revoke({ token: one.refresh_token, client_id: one.client_id });
  expect(await other.canRefresh()).toBe(true);
});

test('does not end the session', async () => {
  const browser = new Browser();
  const form = await codeForm(demo, { browser });
  const { body } = await post(demo.endpoints.token, form);
  await revoke({ token: body.refresh_token, client_id: form.client_id });
  const page = await browser.visit(authorizeUrl(demo, demo.clients.code));
  expect(page.url.searchParams.get('code')).toBeTruthy();
});

test.each(['nonsense', 'a.b.c.d.e'])('answers 200 for the token %s as well', async (token) => {
  const { status, text } = await revoke({ token, client_id: demo.clients.code.clientId });
  expect([status, text]).toEqual([200, '']);
});

test('answers 200 for a token that was revoked before', async () => {
  const { refresh_token: token, client_id } = await tokens();
  await revoke({ token, client_id });
  expect((await revoke({ token, client_id })).status).toBe(200);
});

test('does nothing to the token of another client', async () => {
  const { refresh_token: token, canRefresh } = await tokens();
  expect((await revoke({ token, client_id: demo.clients.noImplicit.clientId })).status).toBe(200);
  expect(await canRefresh()).toBe(true);
});

test('takes a secret by Basic', async () => {
  const headers = basic(demo.clients.secret);
  const { refresh_token: token, canRefresh } = await tokens(demo.clients.secret, headers);
  expect((await revoke({ token }, headers)).status).toBe(200);
  expect(await canRefresh()).toBe(false);
});

test.each(['access_token', 'id_token'])('refuses an %s', async (name) => {
  const { client_id, canRefresh, ...rest } = await tokens();
  const { status, body } = await revoke({ token: rest[name], client_id });
  expect([status, body]).toEqual([400, { error: 'unsupported_token_type' }]);
  expect(await canRefresh()).toBe(true);
});

test('refuses a request without a token', async () => {
  const { status, body } = await revoke({ client_id: demo.clients.code.clientId });
  expect([status, body]).toEqual([400, { error: 'invalid_request' }]);
});

test('refuses a client for which revocation is disabled', async () => {
  const { refresh_token: token, client_id, canRefresh } = await tokens(demo.clients.noRevocation);
  const { status, body } = await revoke({ token, client_id });
  expect([status, body]).toEqual([400, { error: 'invalid_request' }]);
  expect(await canRefresh()).toBe(true);
});

test('refuses an unknown client and a wrong secret with 401', async () => {
  const unknown = await revoke({ token: 'x', client_id: 'nobody' });
  expect([unknown.status, unknown.body]).toEqual([401, { error: 'invalid_client' }]);
  const wrong = await revoke({ token: 'x' }, basic({ ...demo.clients.secret, clientSecret: 'wrong' }));
  expect([wrong.status, wrong.body]).toEqual([401, { error: 'invalid_client' }]);
});

test('GET is answered with 405', async () => {
  expect((await fetch(demo.endpoints.revocation)).status).toBe(405);
});
