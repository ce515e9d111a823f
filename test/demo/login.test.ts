import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { ada, authorizeUrl, Browser, bruno, claimsOf, type Demo, fragmentOf, signIn, withDemo } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ loginPagesUnavailable: ['both'] });
});
afterAll(() => demo.close());
afterEach(() => {
  vi.useRealTimers();
});

const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });

/** The user an implicit answer is about. */
const userOf = (url: URL) => claimsOf(fragmentOf(url).get('access_token') ?? '').username;

describe('the login page', () => {
  test('has labels, a button and the users that exist', async () => {
    const { text, status } = await new Browser().visit(authorizeUrl(demo, demo.clients.implicit));
    expect(status).toBe(200);
    expect(text).toContain('<label for="username">User name</label>');
    expect(text).toContain('<label for="password">Password</label>');
    expect(text).toContain('<button type="submit">Sign in</button>');
    for (const { username, password } of demo.users) {
      expect(text).toContain(username);
      expect(text).toContain(password);
    }
  });

  test('loads nothing from anywhere', async () => {
    const { text } = await new Browser().visit(authorizeUrl(demo, demo.clients.implicit));
    expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/);
  });

  test('shows what a request put into its address as text', async () => {
    const state = '"><script>alert(1)</script>';
    const { text } = await new Browser().visit(authorizeUrl(demo, demo.clients.implicit, { state, login_hint: state }));
    expect(text).toContain('<form');
    expect(text).not.toContain('<script');
  });

  test('is filled in with the login_hint', async () => {
    const url = authorizeUrl(demo, demo.clients.implicit, { login_hint: 'bruno.keller' });
    expect((await new Browser().visit(url)).text).toContain('value="bruno.keller"');
  });

  test('goes through authorize when it was bookmarked', async () => {
    const { search } = authorizeUrl(demo, demo.clients.implicit);
    const browser = new Browser();
    const first = await browser.request(`${demo.origin}/login${search}`);
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toBe(`/oauth2/authorize${search}`);
    const page = await browser.visit(first.url);
    expect((await browser.submit(page, ada)).url.hash).toMatch(/^#id_token=/);
  });

  test.each(['noLoginPages', 'both'] as const)('is unavailable for the client %s, with 403', async (name) => {
    const page = await new Browser().visit(authorizeUrl(demo, demo.clients[name]));
    expect(page.url.pathname).toBe('/login');
    expect(page.status).toBe(403);
    expect(page.text).toContain('Login pages unavailable. Please contact an administrator.');
  });
});

describe('a wrong login', () => {
  test.each([
    { username: 'ada.okafor', password: 'wrong' },
    { username: 'nobody', password: ada.password },
    { username: '', password: '' },
  ])('$username / $password stays on the page and says so', async (user) => {
    const browser = new Browser();
    const page = await browser.submit(await browser.visit(authorizeUrl(demo, demo.clients.implicit)), user);
    expect(page.url.pathname).toBe('/login');
    expect(page.text).toContain('Incorrect username or password.');
    expect(browser.hasCookie('cognito')).toBe(false);
  });

  test('can be put right on the same page', async () => {
    const browser = new Browser();
    const first = await browser.visit(authorizeUrl(demo, demo.clients.implicit));
    const second = await browser.submit(first, { ...ada, password: 'wrong' });
    expect(userOf((await browser.submit(second, ada)).url)).toBe('ada.okafor');
  });
});

describe('a login page left open', () => {
  test('still works just before five minutes', async () => {
    const browser = new Browser();
    const page = await browser.visit(authorizeUrl(demo, demo.clients.implicit));
    later(298);
    expect((await browser.submit(page, ada)).url.hash).toMatch(/^#id_token=/);
  });

  test('says that something went wrong after five minutes', async () => {
    const browser = new Browser();
    const page = await browser.visit(authorizeUrl(demo, demo.clients.implicit));
    later(301);
    const answer = await browser.submit(page, ada);
    expect(answer.text).toContain('Something went wrong');
    expect(browser.hasCookie('cognito')).toBe(false);
  });

  test('in one tab does not take the answer of another', async () => {
    const browser = new Browser();
    const one = await browser.visit(authorizeUrl(demo, demo.clients.implicit, { state: 'one' }));
    await browser.visit(authorizeUrl(demo, demo.clients.implicit, { state: 'two' }));
    expect(fragmentOf((await browser.submit(one, ada)).url).get('state')).toBe('one');
  });
});

describe('the session', () => {
  const authorize = (browser: Browser, of = demo, parameters = {}) =>
    browser.visit(authorizeUrl(of, of.clients.implicit, parameters));

  test('gives fresh tokens without a login page, for another client too', async () => {
    const browser = new Browser();
    const first = fragmentOf(await signIn(demo, { browser }));
    const second = await browser.visit(authorizeUrl(demo, demo.clients.code));
    expect(second.url.searchParams.get('code')).toBeTruthy();
    const third = fragmentOf((await authorize(browser)).url);
    expect(third.get('access_token')).not.toBe(first.get('access_token'));
    expect(claimsOf(third.get('id_token') ?? '').auth_time).toBe(claimsOf(first.get('id_token') ?? '').auth_time);
  });

  test('lasts one hour from the login and does not slide', async () => {
    const browser = new Browser();
    await signIn(demo, { browser });
    later(3000);
    expect((await authorize(browser)).url.hash).toMatch(/^#id_token=/);
    later(590);
    expect((await authorize(browser)).url.hash).toMatch(/^#id_token=/);
    later(20);
    expect((await authorize(browser)).url.pathname).toBe('/login');
  });

  test('is not shared between browsers', async () => {
    await signIn(demo);
    expect((await authorize(new Browser())).url.pathname).toBe('/login');
  });

  test('ignores prompt on the classic pages', async () => {
    const browser = new Browser();
    expect((await authorize(browser, demo, { prompt: 'none' })).url.pathname).toBe('/login');
    await signIn(demo, { browser });
    expect((await authorize(browser, demo, { prompt: 'login' })).url.hash).toMatch(/^#id_token=/);
  });
});

describe('with managed login', () => {
  test('prompt=none without a session answers login_required at the callback', () =>
    withDemo({ managedLogin: true }, async (own) => {
      const locationFor = async (response_type: string) => {
        const url = authorizeUrl(own, own.clients.both, { response_type, prompt: 'none' });
        return (await new Browser().visit(url)).url.href;
      };
      expect(await locationFor('code')).toBe(`${own.callback}?error=login_required&state=st`);
      expect(await locationFor('token')).toBe(`${own.callback}#error=login_required&state=st`);
    }));

  test('prompt=none with a session is silent', () =>
    withDemo({ managedLogin: true }, async (own) => {
      const browser = new Browser();
      await signIn(own, { browser });
      const page = await browser.visit(authorizeUrl(own, own.clients.implicit, { prompt: 'none' }));
      expect(page.url.hash).toMatch(/^#id_token=/);
    }));

  test('prompt=login asks again, and somebody else may answer', () =>
    withDemo({ managedLogin: true }, async (own) => {
      const browser = new Browser();
      await signIn(own, { browser });
      const page = await browser.visit(authorizeUrl(own, own.clients.implicit, { prompt: 'login' }));
      expect(page.url.pathname).toBe('/login');
      expect(userOf((await browser.submit(page, bruno)).url)).toBe('bruno.keller');
      const next = await browser.visit(authorizeUrl(own, own.clients.implicit));
      expect(userOf(next.url)).toBe('bruno.keller');
    }));

  test('resource is not refused', () =>
    withDemo({ managedLogin: true }, async (own) => {
      const url = authorizeUrl(own, own.clients.implicit, { resource: 'https://api.example.com' });
      expect((await new Browser().visit(url)).url.pathname).toBe('/login');
    }));
});
