// The demo overrides two internals of oidc-provider: Client.Schema.prototype.invalidate and generateTokenId of the
// token models. A new version may change them without notice; these tests say which one went, by what it does.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import {
  basic,
  claimsOf,
  codeForm,
  type Demo,
  fragmentOf,
  getUserinfo,
  implicitTokens,
  post,
  signIn,
} from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ callbacks: ['http://127.0.0.1:5173/', 'http://[::1]:8080/cb', 'myapp://callback'] });
});
afterAll(() => demo.close());

describe('Client.Schema.prototype.invalidate', () => {
  test.each(['http://localhost:3000/callback', 'http://127.0.0.1:5173/', 'http://[::1]:8080/cb', 'myapp://callback'])(
    'lets an implicit client register %s',
    async (redirect_uri) => {
      const url = await signIn(demo, { parameters: { redirect_uri } });
      expect(url.href.startsWith(`${redirect_uri}#id_token=`)).toBe(true);
    },
  );

  test('still refuses what no pool takes', async () => {
    // Clients are read when they are first used, so the refusal shows there.
    const own = await startDemo({ callback: 'http://localhost:3000/#fragment' });
    const url = await signIn(own).finally(() => own.close());
    expect(url.href).toContain('error=server_error');
  });
});

describe('generateTokenId', () => {
  test('of AccessToken makes the stored token a JWT that userInfo finds', async () => {
    const { accessToken } = await implicitTokens(demo);
    expect(claimsOf(accessToken).token_use).toBe('access');
    expect((await getUserinfo(demo, `Bearer ${accessToken}`)).status).toBe(200);
  });

  test('of AccessToken settles scope and lifetime as they are stored', async () => {
    const answer = fragmentOf(await signIn(demo, { parameters: { scope: 'shop/orders.read' } }));
    const { exp, iat, scope } = claimsOf(answer.get('access_token') ?? '');
    expect(Number(exp) - Number(iat)).toBe(Number(answer.get('expires_in')));
    expect(scope).toBe('shop/orders.read');
  });

  test('of AuthorizationCode makes the code a uuid that the token endpoint finds', async () => {
    const form = await codeForm(demo);
    expect(form.code).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await post(demo.endpoints.token, form)).status).toBe(200);
  });

  test('of RefreshToken makes five parts that the token endpoint finds', async () => {
    const form = await codeForm(demo);
    const { refresh_token } = (await post(demo.endpoints.token, form)).body;
    expect(refresh_token.split('.')).toHaveLength(5);
    const refresh = { grant_type: 'refresh_token', client_id: form.client_id, refresh_token };
    expect((await post(demo.endpoints.token, refresh)).status).toBe(200);
  });

  test('of ClientCredentials makes a JWT', async () => {
    const { body } = await post(
      demo.endpoints.token,
      { grant_type: 'client_credentials' },
      basic(demo.clients.machine),
    );
    expect(claimsOf(body.access_token).client_id).toBe(demo.clients.machine.clientId);
  });
});
