import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { basic, claimsOf, codeForm, type Demo, headerOf, post, type Query, signIn, withDemo } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  vi.useRealTimers();
});

const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });

const exchange = (form: Query, headers?: Record<string, string>) => post(demo.endpoints.token, form, headers);

/** What everybody sends again who refreshes. */
const refreshForm = (client_id: string | undefined, refresh_token: string) => ({
  grant_type: 'refresh_token',
  client_id,
  refresh_token,
});

describe('the code', () => {
  test('comes in the query of the callback, a uuid, with the state', async () => {
    const url = await signIn(demo, { client: demo.clients.code });
    expect(url.href).toMatch(/^http:\/\/localhost:3000\/callback\?code=[0-9a-f-]{36}&state=st$/);
  });

  test('may come with the tail that social logins leave', () =>
    withDemo({ federatedTail: true }, async (own) => {
      expect((await signIn(own, { client: own.clients.code })).hash).toBe('#_=_');
      expect((await signIn(own)).href).not.toContain('#_=_');
    }));

  test('is exchanged for three tokens', async () => {
    const { status, headers, body } = await exchange(await codeForm(demo));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(body).toEqual({
      id_token: expect.any(String),
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    });
  });

  test('gives an ID token with the nonce and the at_hash of the access token', async () => {
    const { body } = await exchange(await codeForm(demo, { parameters: { nonce: 'n-1' } }));
    const claims = claimsOf(body.id_token);
    const digest = createHash('sha256').update(body.access_token).digest();
    expect(claims.nonce).toBe('n-1');
    expect(claims.aud).toBe(demo.clients.code.clientId);
    expect(claims.at_hash).toBe(digest.subarray(0, 16).toString('base64url'));
    expect(claimsOf(body.access_token).auth_time).toBe(claims.auth_time);
  });

  test('gives no ID token without openid', async () => {
    const { body } = await exchange(await codeForm(demo, { parameters: { scope: 'shop/orders.read', nonce: 'n-1' } }));
    expect(Object.keys(body)).toEqual(['access_token', 'refresh_token', 'expires_in', 'token_type']);
  });

  test('is good for five minutes', async () => {
    const form = await codeForm(demo);
    later(298);
    expect((await exchange(form)).status).toBe(200);
  });
});

describe('the refresh token', () => {
  test('looks like a JWE of five parts', async () => {
    const { refresh_token } = (await exchange(await codeForm(demo))).body;
    expect(refresh_token).toMatch(/^eyJjdHkiOiJKV1QiLCJlbmMi[\w-]*(\.[\w-]+){4}$/);
    expect(headerOf(refresh_token)).toEqual({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' });
  });

  test('brings new tokens but not itself', async () => {
    const form = await codeForm(demo);
    const first = (await exchange(form)).body;
    const { status, body } = await exchange(refreshForm(form.client_id, first.refresh_token));
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['id_token', 'access_token', 'expires_in', 'token_type']);
    expect(body.access_token).not.toBe(first.access_token);
    expect(claimsOf(body.id_token).origin_jti).toBe(claimsOf(first.id_token).origin_jti);
  });

  test('keeps the time of the login', async () => {
    const form = await codeForm(demo);
    const first = (await exchange(form)).body;
    later(1000);
    const { body } = await exchange(refreshForm(form.client_id, first.refresh_token));
    const [before, after] = [claimsOf(first.id_token), claimsOf(body.id_token)];
    expect(after.auth_time).toBe(before.auth_time);
    expect(Number(after.iat)).toBeGreaterThanOrEqual(Number(before.iat) + 1000);
  });

  test('is replaced when rotation is on, and the old one is refused', () =>
    withDemo({ rotation: true }, async (own) => {
      const form = await codeForm(own);
      const first = (await post(own.endpoints.token, form)).body.refresh_token;
      const second = (await post(own.endpoints.token, refreshForm(form.client_id, first))).body.refresh_token;
      expect(second).toMatch(/^eyJjdHki/);
      expect(second).not.toBe(first);
      expect((await post(own.endpoints.token, refreshForm(form.client_id, second))).status).toBe(200);
      expect((await post(own.endpoints.token, refreshForm(form.client_id, first))).body).toEqual({
        error: 'invalid_grant',
      });
    }));
});

test('a rotated refresh token lives only as long as the first would have', () =>
  withDemo({ rotation: true }, async (own) => {
    const form = await codeForm(own);
    const refresh = (token: string) => post(own.endpoints.token, refreshForm(form.client_id, token));
    const first = (await post(own.endpoints.token, form)).body.refresh_token;
    const day = 24 * 3600;
    later(20 * day);
    const second = (await refresh(first)).body.refresh_token;
    later(9 * day);
    const third = (await refresh(second)).body.refresh_token;
    expect(third).toMatch(/^eyJjdHki/);
    later(2 * day);
    expect((await refresh(third)).body).toEqual({ error: 'invalid_grant' });
  }));

describe('PKCE', () => {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = {
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };

  test('the right verifier opens the code', async () => {
    const form = await codeForm(demo, { parameters });
    expect((await exchange({ ...form, code_verifier: verifier })).status).toBe(200);
  });

  test.each([undefined, 'x'.repeat(43)])('the verifier %s does not', async (code_verifier) => {
    const form = await codeForm(demo, { parameters });
    const { status, body } = await exchange({ ...form, code_verifier });
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'invalid_grant' });
  });

  test('goes together with a secret', async () => {
    const form = await codeForm(demo, { client: demo.clients.secret, parameters });
    const { status } = await exchange({ ...form, code_verifier: verifier }, basic(demo.clients.secret));
    expect(status).toBe(200);
  });
});

describe('a client with a secret', () => {
  test('sends it by Basic or in the body', async () => {
    const { secret } = demo.clients;
    const byBasic = await exchange(await codeForm(demo, { client: secret }), basic(secret));
    expect(byBasic.status).toBe(200);
    const inBody = { ...(await codeForm(demo, { client: secret })), client_secret: secret.clientSecret };
    expect((await exchange(inBody)).status).toBe(200);
  });
});

describe('a machine', () => {
  const form = { grant_type: 'client_credentials' };

  test('gets an access token for itself, with all its scopes, and nothing else', async () => {
    const { machine } = demo.clients;
    const { status, body } = await exchange(form, basic(machine));
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['access_token', 'expires_in', 'token_type']);
    const claims = claimsOf(body.access_token);
    expect(claims).toMatchObject({
      sub: machine.clientId,
      client_id: machine.clientId,
      token_use: 'access',
      version: 2,
    });
    expect(claims.scope).toBe('shop/orders.read shop/orders.write');
    expect(claims).not.toHaveProperty('username');
    expect(claims).not.toHaveProperty('cognito:groups');
    expect(claims).not.toHaveProperty('aud');
  });

  test('gets the scope it asks for', async () => {
    const { body } = await exchange({ ...form, scope: 'shop/orders.read' }, basic(demo.clients.machine));
    expect(claimsOf(body.access_token).scope).toBe('shop/orders.read');
  });
});
