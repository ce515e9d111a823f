import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { authorizeUrl, Browser, type Demo, fragmentOf, getUserinfo, type Query, signIn } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const logoutUrl = (parameters: Query) => {
  const ordinary = { client_id: demo.clients.implicit.clientId, ...parameters };
  const query = Object.entries(ordinary).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${demo.endpoints.endSession}?${new URLSearchParams(query)}`;
};

const isSignedIn = async (browser: Browser) =>
  (await browser.visit(authorizeUrl(demo, demo.clients.implicit))).url.pathname !== '/login';

async function signedIn() {
  const browser = new Browser();
  const answer = fragmentOf(await signIn(demo, { browser }));
  return { browser, accessToken: answer.get('access_token') ?? '' };
}

test('with a registered logout_uri the session ends and the browser goes there', async () => {
  const { browser } = await signedIn();
  expect(await isSignedIn(browser)).toBe(true);
  const page = await browser.request(logoutUrl({ logout_uri: demo.logoutUri, state: 'ignored' }));
  expect(page.status).toBe(302);
  expect(page.headers.get('location')).toBe(demo.logoutUri);
  expect(browser.hasCookie('cognito')).toBe(false);
  expect(await isSignedIn(browser)).toBe(false);
});

test('the session is over even for who kept the cookie', async () => {
  const { browser } = await signedIn();
  const page = await browser.request(authorizeUrl(demo, demo.clients.implicit));
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ask = async () =>
    (await fetch(authorizeUrl(demo, demo.clients.implicit), { redirect: 'manual', headers: { cookie } })).headers.get(
      'location',
    );
  expect(await ask()).toContain('#id_token=');
  await browser.request(logoutUrl({ logout_uri: demo.logoutUri }));
  expect(await ask()).toMatch(/^\/login\?/);
});

test('tokens live on', async () => {
  const { browser, accessToken } = await signedIn();
  await browser.request(logoutUrl({ logout_uri: demo.logoutUri }));
  expect((await getUserinfo(demo, `Bearer ${accessToken}`)).status).toBe(200);
});

test.each([
  ['unregistered', 'logout_uri', 'http://localhost:3000/elsewhere'],
  ['different by a slash', 'logout_uri', 'http://localhost:3000/signed-out/'],
  ['misspelt', 'post_logout_redirect_uri', 'http://localhost:3000/signed-out'],
])('a logout_uri that is %s leads to the error page that misses redirect_uri', async (_title, name, value) => {
  const { browser } = await signedIn();
  const page = await browser.visit(logoutUrl({ [name]: value }));
  expect(page.url.pathname).toBe('/error');
  expect([...page.url.searchParams]).toEqual([
    ['client_id', demo.clients.implicit.clientId],
    [name, value],
  ]);
  expect(page.status).toBe(400);
  expect(page.text).toContain('Required String parameter &#39;redirect_uri&#39; is not present');
  expect(await isSignedIn(browser)).toBe(true);
});

test('with a redirect_uri the session ends and the login page follows, all scopes filled in', async () => {
  const { browser } = await signedIn();
  const parameters = { response_type: 'token', redirect_uri: demo.callback, state: 's-1', nonce: 'n-1' };
  const first = await browser.request(logoutUrl(parameters));
  const target = new URL(first.headers.get('location') ?? '', demo.origin);
  expect(first.status).toBe(302);
  expect(target.pathname).toBe('/login');
  expect(Object.fromEntries(target.searchParams)).toEqual({
    client_id: demo.clients.implicit.clientId,
    scope: demo.clients.implicit.scopes.join(' '),
    ...parameters,
  });
  expect((await browser.visit(target)).text).toContain('Sign in');
});

test('logout_uri wins when both are given', async () => {
  const page = await new Browser().request(logoutUrl({ logout_uri: demo.logoutUri, redirect_uri: demo.callback }));
  expect(page.headers.get('location')).toBe(demo.logoutUri);
});

test.each([
  ['a redirect_uri that is not registered', { redirect_uri: 'http://x.example/' }, 'redirect_mismatch&client_id={id}'],
  ['no client_id', { client_id: undefined }, 'Required+parameters+missing'],
  ['an unknown client', { client_id: 'nobody', logout_uri: 'http://x.example/' }, 'invalid_request&client_id=nobody'],
])('%s leads to the error page', async (_title, parameters, expected) => {
  const page = await new Browser().request(logoutUrl(parameters));
  const location = `/error?error=${expected.replace('{id}', demo.clients.implicit.clientId)}`;
  expect(page.headers.get('location')).toBe(location);
});
