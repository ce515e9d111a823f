import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardedPost } from '../../../src/actions/guarded-fetch.ts';
import { endServer } from '../../e2e/support/page-server.ts';

let server: Server;
let origin = '';
const seen: { method?: string; url?: string; body: string; type?: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    const type = headers['content-type'];
    seen.push({ ...(method && { method }), ...(url && { url }), body, ...(type && { type }) });
    if (url === '/away') response.writeHead(307, { location: '/token' }).end();
    else if (url === '/huge') response.writeHead(200).end('x'.repeat(300_000));
    else if (url === '/never') response.writeHead(200).write('begun');
    else response.writeHead(429, { 'retry-after': '30' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
});
afterAll(() => endServer(server));

const limits = { timeoutMs: 5000, maxBytes: 262_144 };
const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };

test('a form is posted once, and what comes is given as it came', async () => {
  const before = seen.length;
  const fetched = await guardedPost(`${origin}/token`, 'code=a', headers, limits);
  expect(fetched).toMatchObject({ ok: true, status: 429, body: '{}' });
  expect(fetched.ok && fetched.headers.get('retry-after')).toBe('30');
  expect(seen.slice(before)).toEqual([
    { method: 'POST', url: '/token', body: 'code=a', type: headers['content-type'] },
  ]);
});

test('a redirect that would keep the method is not followed: the code would leave', async () => {
  const before = seen.length;
  expect(await guardedPost(`${origin}/away`, 'code=a', headers, limits)).toEqual({ ok: false, kind: 'redirect' });
  expect(seen.slice(before).map(({ url }) => url)).toEqual(['/away']);
});

test('there is a cap and a time limit', async () => {
  expect(await guardedPost(`${origin}/huge`, '', headers, limits)).toEqual({ ok: false, kind: 'too_large' });
  const short = { ...limits, timeoutMs: 50 };
  expect(await guardedPost(`${origin}/never`, '', headers, short)).toEqual({ ok: false, kind: 'timeout' });
});

test('it goes out without cookies, referrer and cache, and to no other address than one that may be called', async () => {
  const inits: RequestInit[] = [];
  const world = {
    fetch: async (_: unknown, init?: RequestInit) => {
      inits.push(init ?? {});
      return new Response('{}');
    },
    isOnline: () => true,
    now: () => 0,
  };
  await guardedPost('https://op.example/token', 'code=a', headers, limits, world);
  expect(inits).toMatchObject([
    { method: 'POST', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', redirect: 'manual' },
  ]);
  for (const address of ['http://op.example/token', 'ftp://op.example/', 'https://user@op.example/token', '']) {
    expect(await guardedPost(address, 'code=a', headers, limits, world)).toEqual({ ok: false, kind: 'blocked_scheme' });
  }
  expect(inits).toHaveLength(1);
});
