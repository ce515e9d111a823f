import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callUserinfo } from '../../../src/actions/call-userinfo.ts';
import { guardedGet } from '../../../src/actions/guarded-fetch.ts';
import { newLogin, signIn } from '../../../src/actions/sign-in.ts';
import type { PendingLogin } from '../../../src/protocol/records.ts';
import { isCallable } from '../../../src/protocol/url.ts';
import { endServer } from '../../e2e/support/page-server.ts';
import { capture, login, now, profile } from '../../support/records.ts';

let server: Server;
let origin = '';
const seen: { url: string; authorization?: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '', headers } = request;
    seen.push({ url, ...(headers.authorization && { authorization: headers.authorization }) });
    if (url === '/json') response.writeHead(200, { 'content-type': 'application/json' }).end('{"sub":"ada"}');
    else if (url === '/refused') response.writeHead(401, { 'www-authenticate': 'error="invalid_token"' }).end('{}');
    else if (url === '/away') response.writeHead(302, { location: '/json' }).end();
    else if (url === '/huge') response.writeHead(200).end('x'.repeat(300_000));
    else if (url === '/never') response.writeHead(200).write('begun');
    else if (url === '/op/.well-known/openid-configuration')
      response
        .writeHead(200)
        .end(JSON.stringify({ issuer: `${origin}/op`, authorization_endpoint: `${origin}/authorize`, jwks_uri: 7 }));
    else if (url === '/other/.well-known/openid-configuration')
      response.writeHead(200).end('{"issuer":"https://other.example"}');
    else if (url === '/html/.well-known/openid-configuration') response.writeHead(200).end('<html>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
});
afterAll(() => endServer(server));

const limits = { timeoutMs: 5000, maxBytes: 262_144 };

describe('guardedGet', () => {
  test('gives status, headers and body as they came', async () => {
    const fetched = await guardedGet(`${origin}/json`, {}, limits);
    expect(fetched).toMatchObject({ ok: true, status: 200, body: '{"sub":"ada"}' });
  });
  test('does not follow a redirect: the token would leave', async () => {
    const before = seen.length;
    expect(await guardedGet(`${origin}/away`, {}, limits)).toEqual({ ok: false, kind: 'redirect' });
    expect(seen.slice(before).map(({ url }) => url)).toEqual(['/away']);
  });
  test('stops at the cap', async () =>
    expect(await guardedGet(`${origin}/huge`, {}, limits)).toEqual({ ok: false, kind: 'too_large' }));
  test('stops at the time limit, also while the body comes', async () => {
    expect(await guardedGet(`${origin}/never`, {}, { ...limits, timeoutMs: 50 })).toEqual({
      ok: false,
      kind: 'timeout',
    });
  });
  test('tells a server that is down from a machine that is offline', async () => {
    const world = { fetch: () => Promise.reject(new TypeError('Failed to fetch')), now: () => 0 };
    expect(await guardedGet(origin, {}, limits, { ...world, isOnline: () => true })).toEqual({
      ok: false,
      kind: 'unreachable',
    });
    expect(await guardedGet(origin, {}, limits, { ...world, isOnline: () => false })).toEqual({
      ok: false,
      kind: 'offline',
    });
  });
});

test.each([
  ['https://op.example/userinfo', true],
  ['http://localhost:4000/userinfo', true],
  ['http://127.0.0.1/userinfo', true],
  ['http://[::1]:4000/userinfo', false],
  ['http://op.example/userinfo', false],
  ['https://user:pw@op.example/', false],
  ['file:///etc/passwd', false],
  ['not a url', false],
])('may %s be called: %s', async (address, isAllowed) => {
  expect(isCallable(address)).toBe(isAllowed);
  if (!isAllowed) expect(await guardedGet(address, {}, limits)).toEqual({ ok: false, kind: 'blocked_scheme' });
});

describe('callUserinfo', () => {
  const call = async (path: string, held = capture({ judgedAt: now })) => {
    let stored = held;
    const outcome = await callUserinfo(held.id, {
      findCapture: async () => stored,
      profiles: async () => [profile({ endpoints: { authorization: 'https://x/', userinfo: `${origin}${path}` } })],
      changeCapture: async (_, change) => (stored = change(stored)),
      judge: async () => [],
      now: () => now,
    });
    return { outcome, stored };
  };
  test('sends the access token in the header and stores the answer', async () => {
    const { outcome, stored } = await call('/json');
    expect(outcome).toEqual({ ok: true });
    expect(stored.userinfo).toMatchObject({
      status: 200,
      body: '{"sub":"ada"}',
      at: now,
      contentType: 'application/json',
    });
    expect(seen.at(-1)).toEqual({ url: '/json', authorization: `Bearer ${capture().tokens.access_token}` });
  });
  test('keeps the reason of a refusal', async () => {
    expect((await call('/refused')).stored.userinfo).toMatchObject({
      status: 401,
      wwwAuthenticate: 'error="invalid_token"',
    });
  });
  test('a call without an answer leaves the earlier answer, and the next answer clears the failure', async () => {
    const answered = (await call('/json')).stored;
    const failed = (await call('/huge', answered)).stored;
    expect(failed.userinfo).toEqual(answered.userinfo);
    expect(failed.userinfoFailure).toEqual({ kind: 'too_large', at: now });
    expect((await call('/json', failed)).stored).not.toHaveProperty('userinfoFailure');
  });
  test('without an access token nothing is sent', async () => {
    const before = seen.length;
    expect((await call('/json', capture({ tokens: {}, judgedAt: now }))).outcome).toMatchObject({ ok: false });
    expect(seen).toHaveLength(before);
  });
});

describe('signIn', () => {
  test('the login is stored before the tab opens, then learns its tab', async () => {
    let logins: PendingLogin[] = [login({ startedAt: now - 600_001 })];
    const opened: string[] = [];
    const outcome = await signIn('p1', {
      profiles: async () => [profile()],
      changeLogins: async (change) => (logins = change(logins)),
      openTab: async (url) => {
        expect(logins.map((one) => one.authorizeUrl)).toEqual([url]);
        opened.push(url);
        return { tabId: 7, isPrivate: false };
      },
      openEmptyTab: () => Promise.reject(new Error('empty')),
      goTo: async () => {},
      intercept: async () => false,
      findRejection: async () => undefined,
      now: () => now,
      isFull: () => false,
    });
    expect(outcome).toEqual({ ok: true, state: expect.any(String) });
    expect(logins).toMatchObject([{ tabId: 7, startedAt: now, ended: false }]);
    expect(new URL(opened[0] ?? '').searchParams.get('state')).toBe(logins[0]?.state);
  });
  test('state, nonce and verifier are 256 random bits each, new for each login', async () => {
    const logins = await Promise.all([newLogin(profile(), now), newLogin(profile(), now)]);
    const values = logins.flatMap(({ state, nonce, verifier }) => [state, nonce, verifier]);
    expect(new Set(values).size).toBe(6);
    for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
  });
});
