import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import {
  ada,
  authorizeUrl,
  Browser,
  bruno,
  claimsOf,
  cleo,
  type Demo,
  fragmentOf,
  headerOf,
  implicitTokens,
  signIn,
  textOf,
  withDemo,
} from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ callbacks: ['myapp://callback'] });
});
afterAll(() => demo.close());

const keysOf = (answer: URLSearchParams) => [...answer.keys()];

describe('the answer', () => {
  test('comes in the fragment of the callback in a pool’s order and spelling', async () => {
    const url = await signIn(demo);
    expect(url.origin + url.pathname + url.search).toBe(demo.callback);
    expect(url.hash).toMatch(/^#id_token=[\w.-]+&access_token=[\w.-]+&expires_in=3600&token_type=Bearer&state=st$/);
  });

  test('has no state when none was sent', async () => {
    const url = await signIn(demo, { parameters: { state: undefined } });
    expect(keysOf(fragmentOf(url))).toEqual(['id_token', 'access_token', 'expires_in', 'token_type']);
  });

  test('brings the state back as it was sent', async () => {
    const state = 'a b&c=d/é+%41';
    expect(fragmentOf(await signIn(demo, { parameters: { state } })).get('state')).toBe(state);
  });

  test('has no ID token when openid was not asked for', async () => {
    const url = await signIn(demo, { parameters: { scope: 'shop/orders.read' } });
    expect(keysOf(fragmentOf(url))).toEqual(['access_token', 'expires_in', 'token_type', 'state']);
  });

  test('has no ID token when the client has no openid', async () => {
    const url = await signIn(demo, { client: demo.clients.noOpenid });
    expect(keysOf(fragmentOf(url))).toEqual(['access_token', 'expires_in', 'token_type', 'state']);
  });

  test('comes by 302 straight from the login form, with no page of its own', async () => {
    const browser = new Browser();
    const page = await browser.visit(authorizeUrl(demo, demo.clients.implicit));
    const answer = await browser.submit(page, ada);
    expect(answer.status).toBe(302);
    expect(answer.text).toBe('');
  });

  test('goes to a custom scheme as well', async () => {
    const url = await signIn(demo, { parameters: { redirect_uri: 'myapp://callback' } });
    expect(url.href).toMatch(/^myapp:\/\/callback#id_token=/);
  });
});

describe('the ID token', () => {
  test('has exactly a pool’s claims', async () => {
    const { idToken, accessToken } = await implicitTokens(demo, {
      parameters: { scope: 'openid email', nonce: 'n-1' },
    });
    const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(claimsOf(idToken)).toEqual({
      sub: ada.sub,
      aud: demo.clients.implicit.clientId,
      token_use: 'id',
      iss: demo.issuer,
      exp: expect.any(Number),
      iat: expect.any(Number),
      auth_time: expect.any(Number),
      jti: uuid,
      origin_jti: uuid,
      event_id: uuid,
      at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
      nonce: 'n-1',
      'cognito:username': 'ada.okafor',
      'cognito:groups': ['admins', 'billing', 'beta-testers'],
      email: 'ada.okafor@example.com',
      email_verified: true,
    });
  });

  test('has no nonce when none was sent', async () => {
    const { idToken } = await implicitTokens(demo);
    expect(claimsOf(idToken)).not.toHaveProperty('nonce');
  });

  test('has no cognito:groups for a user in no group', async () => {
    const { idToken, accessToken } = await implicitTokens(demo, { user: cleo });
    expect(claimsOf(idToken)).not.toHaveProperty('cognito:groups');
    expect(claimsOf(accessToken)).not.toHaveProperty('cognito:groups');
  });

  test.each([
    ['openid', ['email', 'email_verified', 'name', 'phone_number', 'phone_number_verified', 'custom:department']],
    ['openid email', ['email', 'email_verified']],
    ['openid phone', ['phone_number', 'phone_number_verified']],
    [
      'openid email profile',
      ['email', 'email_verified', 'name', 'phone_number', 'phone_number_verified', 'custom:department'],
    ],
  ])('for scope %s has these attributes: %s', async (scope, expected) => {
    const { idToken } = await implicitTokens(demo, { parameters: { scope } });
    const names = Object.keys(claimsOf(idToken)).filter((name) => name in ada.attributes);
    expect(names.sort()).toEqual([...expected].sort());
  });
});

describe('the access token', () => {
  test('has exactly a pool’s claims', async () => {
    const { accessToken } = await implicitTokens(demo, { user: bruno, parameters: { scope: 'openid email' } });
    expect(claimsOf(accessToken)).toEqual({
      sub: bruno.sub,
      iss: demo.issuer,
      client_id: demo.clients.implicit.clientId,
      token_use: 'access',
      scope: 'openid email',
      username: 'bruno.keller',
      'cognito:groups': ['readers'],
      version: 2,
      auth_time: expect.any(Number),
      exp: expect.any(Number),
      iat: expect.any(Number),
      jti: expect.any(String),
      origin_jti: expect.any(String),
      event_id: expect.any(String),
    });
  });

  test('has all scopes of the client when none was asked for', async () => {
    const { accessToken } = await implicitTokens(demo);
    expect(claimsOf(accessToken).scope).toBe(demo.clients.implicit.scopes.join(' '));
  });

  test('does not say openid when openid was not asked for', async () => {
    const answer = fragmentOf(await signIn(demo, { parameters: { scope: 'shop/orders.read' } }));
    expect(claimsOf(answer.get('access_token') ?? '').scope).toBe('shop/orders.read');
  });
});

describe('both tokens', () => {
  test('have a header of kid and alg and nothing else, with different kids', async () => {
    const { idToken, accessToken } = await implicitTokens(demo);
    for (const token of [idToken, accessToken]) expect(Object.keys(headerOf(token))).toEqual(['kid', 'alg']);
    expect(headerOf(idToken).kid).not.toBe(headerOf(accessToken).kid);
  });

  test('verify against the published keys', async () => {
    const { idToken, accessToken } = await implicitTokens(demo);
    const keySet = createRemoteJWKSet(new URL(demo.endpoints.jwks));
    await expect(jwtVerify(idToken, keySet, { issuer: demo.issuer, algorithms: ['RS256'] })).resolves.toBeDefined();
    await expect(jwtVerify(accessToken, keySet, { issuer: demo.issuer, algorithms: ['RS256'] })).resolves.toBeDefined();
  });

  test('share event and origin, and have ids of their own', async () => {
    const { idToken, accessToken } = await implicitTokens(demo);
    const [id, access] = [claimsOf(idToken), claimsOf(accessToken)];
    expect(id.event_id).toBe(access.event_id);
    expect(id.origin_jti).toBe(access.origin_jti);
    expect(id.auth_time).toBe(access.auth_time);
    expect(id.jti).not.toBe(access.jti);
  });

  test('last as long as they are told to', () =>
    withDemo({ accessTokenTtl: 300, idTokenTtl: 600 }, async (own) => {
      const url = await signIn(own);
      const [id, access] = ['id_token', 'access_token'].map((name) => claimsOf(fragmentOf(url).get(name) ?? ''));
      expect(Number(id?.exp) - Number(id?.iat)).toBe(600);
      expect(Number(access?.exp) - Number(access?.iat)).toBe(300);
      expect(fragmentOf(url).get('expires_in')).toBe('300');
    }));

  test('name the second issuer host when the pool was switched, while discovery goes on naming the first', () =>
    withDemo({ updatedIssuer: true }, async (own) => {
      const { idToken, accessToken } = await implicitTokens(own);
      expect(own.tokenIssuer).not.toBe(own.issuer);
      expect(new URL(own.tokenIssuer).pathname).toBe(`/${own.poolId}`);
      expect(claimsOf(idToken).iss).toBe(own.tokenIssuer);
      expect(claimsOf(accessToken).iss).toBe(own.tokenIssuer);
      const document = await (await fetch(`${own.issuer}/.well-known/openid-configuration`)).json();
      expect(document).toMatchObject({ issuer: own.issuer });
    }));

  test('write slashes as \\/ when told to, and still verify', () =>
    withDemo({ escapeSlashes: true }, async (own) => {
      const { idToken, accessToken } = await implicitTokens(own);
      for (const token of [idToken, accessToken]) {
        expect(textOf(token, 0)).toContain('\\/');
        expect(textOf(token, 1)).toContain(String.raw`"iss":"http:\/\/127.0.0.1:`);
        await jwtVerify(token, createRemoteJWKSet(new URL(own.endpoints.jwks)));
      }
    }));
});
