import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { type Demo, withDemo } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const getDocument = async (of: Demo) =>
  (await fetch(`${of.issuer}/.well-known/openid-configuration`)).json() as Promise<Record<string, unknown>>;

test('the document has a pool’s keys in the order in which a pool serves them', async () => {
  expect(Object.entries(await getDocument(demo))).toEqual([
    ['authorization_endpoint', `${demo.origin}/oauth2/authorize`],
    ['end_session_endpoint', `${demo.origin}/logout`],
    ['id_token_signing_alg_values_supported', ['RS256']],
    ['issuer', `${demo.origin}/${demo.poolId}`],
    ['jwks_uri', `${demo.origin}/${demo.poolId}/.well-known/jwks.json`],
    ['response_types_supported', ['code', 'token']],
    ['revocation_endpoint', `${demo.origin}/oauth2/revoke`],
    ['scopes_supported', ['openid', 'email', 'phone', 'profile']],
    ['subject_types_supported', ['public']],
    ['token_endpoint', `${demo.origin}/oauth2/token`],
    ['token_endpoint_auth_methods_supported', ['client_secret_basic', 'client_secret_post']],
    ['userinfo_endpoint', `${demo.origin}/oauth2/userInfo`],
  ]);
});

test('the endpoints that startDemo returns are the ones that discovery names', async () => {
  const document = await getDocument(demo);
  expect(demo.endpoints).toEqual({
    authorization: document.authorization_endpoint,
    token: document.token_endpoint,
    userinfo: document.userinfo_endpoint,
    revocation: document.revocation_endpoint,
    endSession: document.end_session_endpoint,
    jwks: document.jwks_uri,
  });
});

test('the pool id looks like a pool id', () => {
  expect(demo.poolId).toMatch(/^[a-z]{2}-[a-z]+-\d_[0-9A-Za-z]{9}$/);
});

test.each(['openid-configuration', 'jwks.json'])(
  'the domain answers 400 with a page for .well-known/%s',
  async (name) => {
    const answer = await fetch(`${demo.origin}/.well-known/${name}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toMatch(/^</);
  },
);

test('the key set has two RSA keys with exactly a pool’s members', async () => {
  const { keys } = (await (await fetch(demo.endpoints.jwks)).json()) as { keys: Record<string, string>[] };
  expect(keys).toHaveLength(2);
  for (const key of keys) {
    expect(Object.keys(key)).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(key).toMatchObject({ alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' });
  }
});

test('a key id is ordinary base64 of 32 bytes, with characters that base64url lacks', async () => {
  const { keys } = (await (await fetch(demo.endpoints.jwks)).json()) as { keys: { kid: string }[] };
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  for (const { kid } of keys) {
    expect(kid).toMatch(/^(?=.*\/)(?=.*\+)[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(kid, 'base64')).toHaveLength(32);
  }
});

test('two pools have different keys', () =>
  withDemo({}, async (other) => {
    const texts = await Promise.all([demo, other].map(async ({ endpoints }) => (await fetch(endpoints.jwks)).text()));
    expect(texts[0]).not.toBe(texts[1]);
  }));

test('a pool without a domain lists endpoints on the issuer, and none of them is there', () =>
  withDemo({ noDomain: true }, async (pool) => {
    const document = await getDocument(pool);
    expect(document).toMatchObject({
      authorization_endpoint: `${pool.issuer}/authorize`,
      token_endpoint: `${pool.issuer}/token`,
      userinfo_endpoint: `${pool.issuer}/userInfo`,
    });
    expect((await fetch(pool.endpoints.authorization)).status).toBe(400);
    expect((await fetch(`${pool.origin}/oauth2/authorize`)).status).toBe(400);
    expect((await fetch(pool.endpoints.jwks)).status).toBe(200);
  }));
