import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import type { Capture } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { demoProfile } from '../../tools/demo-profile.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { profile } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsers } from './support/browsers.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';

/** How the provider sends the browser on to the callback. */
const ways: [name: string, path: string][] = [
  ['302', '/go/302'],
  ['303', '/go/303'],
  ['a script', '/go/script'],
  ['a meta refresh', '/go/meta'],
];

/** How the callback answers. A download is seen by Firefox through webRequest alone. */
const answers: [name: string, path: string, inFirefox: boolean][] = [
  ['200', '/cb/200', true],
  ['404', '/cb/404', true],
  ['500 without a body', '/cb/500', true],
  ['204', '/cb/204', true],
  ['a download', '/cb/download', false],
];

/** The proofs try every ending by each way, `npm test` by two: one that the server takes and one that a page takes. */
const isTried = (way: number, ending: number) => whole('proofs', true, (way + ending) % 2 === 0);

describe.each(browsers)('%s: a login ends', (name, launch) => {
  let driver: Driver;
  let provider: PageServer;
  let app: PageServer;
  /** Takes connections and breaks every TLS handshake. */
  const broken = createServer((socket) => socket.destroy());
  let refused: string;

  beforeAll(async () => {
    provider = await servePages(sendOn);
    app = await servePages(answerCallback);
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    refused = `http://localhost:${await freePort()}/callback`;
    driver = await launch();
    const paths = [...answers.map(([, path]) => path), '/cb/hash', '/cb/worker', '/cb/frame', '/cb/popup', '/cb/plain'];
    const tls = `https://127.0.0.1:${(broken.address() as AddressInfo).port}/callback`; // listening on TCP
    const callbacks = [...paths.map((path) => app.origin + path), refused, tls, 'http://unknown.invalid/callback'];
    await driver.writeStorage('local', {
      profiles: callbacks.map((callback, index) =>
        profile({ id: `p${index}`, name: `p${index}`, provider: 'oidc', callback }),
      ),
    });
  });
  afterAll(async () => {
    await driver?.close();
    await provider?.close();
    await app?.close();
    broken.close();
  });

  /** `/go/<way>?to=<address>` sends the browser on to the address. */
  function sendOn(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const to = url.searchParams.get('to') ?? '';
    const way = url.pathname.slice('/go/'.length);
    if (way === '302' || way === '303') response.writeHead(Number(way), { location: to }).end();
    else if (way === 'script') {
      // once it has loaded: a driver would wait long for a page that never does
      html(response, `<script>onload = () => setTimeout(() => (location.href = ${JSON.stringify(to)}))</script>`);
    } else if (way === 'meta')
      html(response, `<meta http-equiv="refresh" content="0;url=${to.replaceAll('&', '&amp;')}">`);
    else if (way === 'popup') html(response, `<button onclick="window.open('${to}')">Open</button>`);
    else if (way === 'frame') html(response, `<iframe src="${to.replaceAll('&', '&amp;')}"></iframe>`);
    else response.writeHead(404).end();
  }

  function answerCallback(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '', 'http://127.0.0.1').pathname;
    if (path === '/cb/404') response.writeHead(404, { 'content-type': 'text/html' }).end('not here');
    else if (path === '/cb/500') response.writeHead(500).end();
    else if (path === '/cb/204') response.writeHead(204).end();
    else if (path === '/cb/download') {
      response
        .writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' })
        .end('file');
    } else if (path === '/sw.js') {
      const script =
        "onfetch = (event) => event.respondWith(new Response('from the worker')); oninstall = () => skipWaiting(); onactivate = () => clients.claim();";
      response.writeHead(200, { 'content-type': 'text/javascript', 'service-worker-allowed': '/' }).end(script);
    } else html(response, 'the app');
  }

  let last = 0;
  const newToken = () => {
    last += 1;
    return `token-${last}`;
  };
  const withToken = (token: string): Promise<Capture> =>
    captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === token && judgedAt, `a capture with ${token}`);

  let tab: Promise<TestPage> | undefined;
  /** Opens an address in a tab that stays: it may still move on. */
  async function visit(url: string): Promise<void> {
    tab ??= driver.newTab();
    await driver.visit(await tab, url, { mayFail: true });
  }
  const through = (way: string, to: string) => `${provider.origin}/go/${way}?to=${encodeURIComponent(to)}`;

  describe.each(ways)('by %s', (_name, path) => {
    const at = ways.findIndex(([, one]) => one === path);
    const way = path.slice('/go/'.length);
    const seen = answers.filter(([, , inFirefox], ending) => (inFirefox || name === 'Chromium') && isTried(at, ending));
    test.each(seen)('at a callback that answers %s', async (_answer, callback) => {
      const token = newToken();
      await visit(through(way, `${app.origin}${callback}#access_token=${token}&state=s`));
      expect(await withToken(token)).toMatchObject({
        source: 'fragment',
        callback: app.origin + callback,
        replays: [],
      });
    });
    test.runIf(isTried(at, 0))('in the query', async () => {
      const token = newToken();
      await visit(through(way, `${app.origin}/cb/plain?state=s&access_token=${token}`));
      expect(await withToken(token)).toMatchObject({
        source: 'query',
        callback: `${app.origin}/cb/plain`,
        replays: [],
      });
    });
    test.runIf(isTried(at, 1))('where nothing listens', async () => {
      const token = newToken();
      await visit(through(way, `${refused}#access_token=${token}`));
      expect(await withToken(token)).toMatchObject({ callback: refused, replays: [] });
    });
    test.runIf(isTried(at, 0))('at a host that does not exist', async () => {
      const token = newToken();
      await visit(through(way, `http://unknown.invalid/callback#access_token=${token}`));
      expect((await withToken(token)).replays).toEqual([]);
    });
    test.runIf(isTried(at, 1))('where TLS fails', async () => {
      const token = newToken();
      const { port } = broken.address() as AddressInfo; // listening on TCP
      await visit(through(way, `https://127.0.0.1:${port}/callback#access_token=${token}`));
      expect((await withToken(token)).replays).toEqual([]);
    });
  });

  test('by a script that sets location.hash', async () => {
    const token = newToken();
    const page = await driver.newTab(`${app.origin}/cb/hash`);
    await page.evaluate((answer) => location.assign(`#${answer}`), `access_token=${token}`);
    expect(await withToken(token)).toMatchObject({ source: 'fragment', callback: `${app.origin}/cb/hash` });
  });

  test('at a callback whose own service worker answers', async () => {
    const page = await driver.newTab(`${app.origin}/cb/worker`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js', { scope: '/' });
      await navigator.serviceWorker.ready;
    });
    const token = newToken();
    await visit(through('302', `${app.origin}/cb/worker#access_token=${token}`));
    expect((await withToken(token)).replays).toEqual([]);
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    });
  });

  test('in a popup window', async () => {
    const token = newToken();
    const page = await driver.newTab(through('popup', `${app.origin}/cb/popup#access_token=${token}`));
    await page.bringToFront();
    await page.getByRole('button', { name: 'Open' }).click();
    expect(await withToken(token)).toMatchObject({ frame: 'main', replays: [] });
  });

  test('in a frame: marked so', async () => {
    const token = newToken();
    await visit(through('frame', `${app.origin}/cb/frame#access_token=${token}`));
    expect(await withToken(token)).toMatchObject({ frame: 'sub', replays: [] });
  });

  test('two at once in two tabs: two captures', async () => {
    const tokens = [newToken(), newToken()];
    await Promise.all(tokens.map((token) => driver.newTab(`${app.origin}/cb/plain#access_token=${token}`)));
    const captures = await Promise.all(tokens.map(withToken));
    expect(new Set(captures.map(({ id }) => id)).size).toBe(2);
  });

  test('each answer so far is one capture', async () => {
    const { captures } = await driver.readStorage('session', 'captures');
    const held = (captures as Capture[]).map(({ tokens }) => tokens.access_token);
    expect(new Set(held).size).toBe(held.length);
  });
});

describe.each(browsers)('%s: Cognito’s own error page', (_, launch) => {
  let driver: Driver;
  let demo: Awaited<ReturnType<typeof startDemo>>;

  beforeAll(async () => {
    demo = await startDemo({ callback: `http://localhost:${await freePort()}/callback` });
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
  });

  test.each([
    ['redirect_mismatch', { callback: 'http://localhost:3999/not-registered' }, 'redirect_mismatch'],
    ['an unknown client', { clientId: 'nobodyknowsthisclient00000' }, 'invalid_request'],
    ['no client at all', { extraParams: [['client_id', '']] as [string, string][] }, 'Required parameters missing'],
  ])('%s is captured with the callback that was sent', async (_what, over, code) => {
    const own = { ...demoProfile(demo), id: code, ...over };
    await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
    await driver.writeStorage('session', { captures: [] });
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    const capture = await captureWith(driver, ({ error, judgedAt }) => error?.error === code && judgedAt, code);
    expect(capture).toMatchObject({ startedHere: true, callback: own.callback, tokens: {}, verdicts: [] });
    await popup.bringToFront();
    await popup.getByText('Stopped at Cognito').waitFor();
    await popup.close();
  });

  test('a sign-out address that is not registered', async () => {
    await driver.writeStorage('local', { profiles: [demoProfile(demo)] });
    await driver.writeStorage('session', { captures: [] });
    const page = await driver.newTab();
    await driver.visit(
      page,
      `${demo.endpoints.endSession}?client_id=${demo.clients.implicit.clientId}&logout_uri=http%3A%2F%2Fx.test`,
      { mayFail: true },
    );
    const capture = await captureWith(driver, ({ error }) => error, 'the sign-out error');
    expect(capture).toMatchObject({ startedHere: false, callback: demo.callback });
  });
});
