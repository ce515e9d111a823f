import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { authorizeUrl, Browser, type Demo, withDemo } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const readable = [
  ['POST', '/oauth2/token'],
  ['POST', '/oauth2/revoke'],
  ['GET', '/oauth2/userInfo'],
  ['GET', '/us-east-1_Demo12345/.well-known/openid-configuration'],
  ['GET', '/us-east-1_Demo12345/.well-known/jwks.json'],
] as const;
const pages = ['/oauth2/authorize', '/login', '/logout', '/error', '/.well-known/openid-configuration'];
const origin = 'https://app.example.com';

describe.each(readable)('%s %s', (method, path) => {
  test('may be read from any origin, without credentials', async () => {
    const { headers } = await fetch(demo.origin + path, { method, headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('answers the preflight of a request with an Authorization header', async () => {
    const { ok, headers } = await fetch(demo.origin + path, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization' },
    });
    expect(ok).toBe(true);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toContain(method);
    expect(headers.get('access-control-allow-headers')).toBe('authorization');
  });
});

test.each(pages)('the page %s may not be read from another origin', async (path) => {
  const { headers } = await fetch(demo.origin + path, { redirect: 'manual', headers: { origin } });
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test.each(pages)('the page %s may not be framed', async (path) => {
  const { headers } = await fetch(demo.origin + path, { redirect: 'manual' });
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test.each(pages)('the page %s is not stored', async (path) => {
  const { headers } = await fetch(demo.origin + path, { redirect: 'manual' });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('the login page itself may be neither framed nor read', async () => {
  const page = await new Browser().visit(authorizeUrl(demo, demo.clients.implicit));
  expect(page.url.pathname).toBe('/login');
  expect(page.headers.get('x-frame-options')).toBe('DENY');
  expect(page.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([...pages, ...readable.map(([, path]) => path)])('%s carries a request id of its own', async (path) => {
  const ids = await Promise.all(
    [1, 2].map(async () =>
      (await fetch(demo.origin + path, { redirect: 'manual' })).headers.get('x-amz-cognito-request-id'),
    ),
  );
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

test('requests are written down with method and path', () =>
  withDemo({}, async (own) => {
    await fetch(own.endpoints.userinfo);
    await fetch(`${own.endpoints.token}?ignored=1`, { method: 'POST' });
    expect(own.requests).toEqual([
      { method: 'GET', path: '/oauth2/userInfo' },
      { method: 'POST', path: '/oauth2/token' },
    ]);
  }));

test('a closed pool no longer listens', async () => {
  const own = await startDemo();
  await own.close();
  await expect(fetch(own.endpoints.jwks)).rejects.toThrow();
});

test('a pool listens at the port it is told', async () => {
  const { origin: first, close } = await startDemo();
  await close();
  await withDemo({ port: Number(new URL(first).port) }, async (own) => {
    expect(own.origin).toBe(first);
    expect((await fetch(own.endpoints.jwks)).status).toBe(200);
  });
});
