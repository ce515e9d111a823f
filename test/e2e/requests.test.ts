import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsers } from './support/browsers.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { settled, startAnew } from './support/visit.ts';

type Listeners = Record<'onBeforeRequest' | 'onBeforeRedirect', { hasListeners(): boolean }>;

describe.each(browsers)('%s: endings that only requests show', (name, launch) => {
  let driver: Driver;
  let provider: PageServer;
  let app: PageServer;

  beforeAll(async () => {
    provider = await servePages(sendOn);
    app = await servePages(answerCallback);
    driver = await launch({ variant: '-granted' });
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
    await app?.close();
  });

  function sendOn(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const to = url.searchParams.get('to') ?? '';
    if (url.pathname === '/302') response.writeHead(302, { location: to }).end();
    else if (url.pathname === '/script')
      html(response, `<script>onload = () => setTimeout(() => (location.href = ${JSON.stringify(to)}))</script>`);
    else if (url.pathname === '/form') {
      const fields = [...new URLSearchParams(url.searchParams.get('fields') ?? '')]
        .map(([name, value]) => `<input name="${name}" value="${value}">`)
        .join('');
      html(response, `<form method="post" action="${to}">${fields}</form><script>document.forms[0].submit()</script>`);
    } else if (url.pathname === '/frame') {
      html(response, `<iframe src="/form?${url.searchParams}"></iframe>`);
    } else html(response, 'the provider');
  }

  function answerCallback(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (pathname === '/redirects') response.writeHead(302, { location: '/home' }).end();
    else if (pathname === '/refuses') response.writeHead(403).end();
    else html(response, 'the app');
  }

  async function register(over: Partial<Profile>): Promise<void> {
    const endpoints = { authorization: `${provider.origin}/authorize` };
    const own = profile({ provider: 'oidc', endpoints, watchRequests: true, ...over });
    await driver.writeStorage('local', { profiles: [own] });
    await settled(driver);
  }
  const withToken = (token: string): Promise<Capture> =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === token && judgedAt, `a capture with ${token}`);
  const visit = async (path: string, query: Record<string, string>) => {
    const page = await driver.newTab();
    await driver.visit(page, `${provider.origin}${path}?${new URLSearchParams(query)}`, { mayFail: true });
    return page;
  };

  test.each([
    ['a page that is there', '/cb'],
    ['a callback that redirects on', '/redirects'],
    ['a callback that answers 403', '/refuses'],
  ])('form_post at %s', async (_what, path) => {
    const callback = app.origin + path;
    await register({ callback, responseMode: 'form_post' });
    const token = `form${path.slice(1)}`;
    const fields = new URLSearchParams({ access_token: token, state: 's x+y', token_type: 'bearer' }).toString();
    await visit('/form', { to: callback, fields });
    expect(await withToken(token)).toMatchObject({
      source: 'form_post',
      callback,
      frame: 'main',
      replays: [],
      tokenType: 'bearer',
      params: [
        ['access_token', ''],
        ['state', 's x+y'],
        ['token_type', 'bearer'],
      ],
    });
  });

  test('form_post in a frame: marked so', async () => {
    const callback = `${app.origin}/cb`;
    await register({ callback, responseMode: 'form_post' });
    await visit('/frame', { to: callback, fields: 'access_token=framed&state=s' });
    expect(await withToken('framed')).toMatchObject({ source: 'form_post', frame: 'sub' });
  });

  test('a callback that itself redirects on', async () => {
    const callback = `${app.origin}/redirects`;
    await register({ callback });
    await visit('/302', { to: `${callback}?state=s&code=redirected` });
    const isOurs = ({ params }: Capture) => params.some(([, value]) => value === 'redirected');
    expect(await captureWith(driver, isOurs, 'the code')).toMatchObject({ source: 'query', callback, replays: [] });
    await visit('/302', { to: `${callback}#access_token=redirected-on&state=s` });
    expect(await withToken('redirected-on')).toMatchObject({ source: 'fragment', callback, replays: [] });
  });

  test.each([
    ['myapp://callback', '/302'],
    ['myapp://callback', '/script'],
    ['com.example.app:/oauth2redirect', '/302'],
  ])('an app’s own scheme: %s by %s', async (callback, way) => {
    await register({ callback });
    const token = `own${way.slice(1)}${callback.length}`;
    await visit(way, { to: `${callback}#access_token=${token}&state=s` });
    expect(await withToken(token)).toMatchObject({ source: 'fragment', callback, replays: [] });
  });

  test('with the background asleep', async () => {
    const callback = `${app.origin}/redirects`;
    await register({ callback });
    await startAnew(driver);
    for (let round = 0; round < whole('proofs', 5, 2); round += 1) {
      await driver.stopBackground();
      const other = await visit('/elsewhere', {});
      expect(await driver.isBackgroundRunning(), `round ${round}: started by another page`).toBe(false);
      await other.close();
      await driver.stopBackground();
      await visit('/302', { to: `${callback}#access_token=asleep-${round}&state=s` });
      expect((await withToken(`asleep-${round}`)).replays).toEqual([]);
    }
  });

  test('ordinary endings are still one capture each', async () => {
    const callback = `${app.origin}/cb`;
    await register({ callback });
    for (const way of ['/302', '/script']) {
      const token = `both${way.slice(1)}`;
      await visit(way, { to: `${callback}#access_token=${token}&state=s` });
      await withToken(token);
    }
    const page = await visit('/script', { to: `${callback}#access_token=again&state=s` });
    await withToken('again');
    await page.reload();
    const again = await captureWith(
      driver,
      ({ tokens, replays }) => tokens.access_token === 'again' && replays.length > 0,
      'the replay',
    );
    expect(again.replays).toHaveLength(1);
    // written by the extension under test
    const captures = (await driver.readStorage('session', 'captures')).captures as Capture[];
    const tokens = captures.map((capture) => capture.tokens.access_token).filter(Boolean);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  // Firefox does not tell whether anything listens
  test.runIf(name === 'Chromium')('without a profile that watches requests nothing listens to them', async () => {
    await register({ callback: `${app.origin}/cb`, watchRequests: false });
    const listening = () =>
      driver.evaluateInBackground(() => {
        const { webRequest } = (globalThis as unknown as { chrome: { webRequest: Listeners } }).chrome;
        return webRequest.onBeforeRequest.hasListeners() || webRequest.onBeforeRedirect.hasListeners();
      });
    await waitUntil(async () => !(await listening()), { what: 'no listener' });
    await register({ callback: `${app.origin}/cb`, watchRequests: true });
    await waitUntil(listening, { what: 'a listener' });
  });
});
