// A browser small enough for these tests: it keeps cookies, follows redirects inside the pool and fills in the login form.

import { startDemo } from '../../demo/pool.mjs';

export type Demo = Awaited<ReturnType<typeof startDemo>>;
export type Options = NonNullable<Parameters<typeof startDemo>[0]>;
export type Client = Demo['clients'][keyof Demo['clients']];
export type Page = { status: number; url: URL; headers: Headers; text: string };

export const [ada, bruno, cleo] = (await import('../../demo/users.mjs')).users as [User, User, User];
export type User = Demo['users'][number];

/** Runs `work` against a pool of its own and ends it afterwards, whatever happened. */
export async function withDemo<T>(options: Options, work: (demo: Demo) => Promise<T>): Promise<T> {
  const demo = await startDemo(options);
  try {
    return await work(demo);
  } finally {
    await demo.close();
  }
}

export class Browser {
  #cookies = new Map<string, string>();

  /** One request, no redirect followed. */
  async request(url: string | URL, init: RequestInit = {}): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...(cookie && { cookie }) } });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return { status: answer.status, url: new URL(url), headers: answer.headers, text: await answer.text() };
  }

  /** Follows redirects until a page of the pool is reached, or until one leads out of it: then `url` is where to. */
  async visit(url: string | URL, init: RequestInit = {}): Promise<Page> {
    const page = await this.request(url, init);
    const location = page.headers.get('location');
    if (location === null) return page;
    const target = new URL(location, page.url);
    return target.origin === page.url.origin ? this.visit(target) : { ...page, url: target };
  }

  /** Fills in the login form that is on the page, hidden fields included. */
  async submit(page: Page, user: { username: string; password: string }): Promise<Page> {
    const action = find(page.text, /<form method="post" action="([^"]+)"/);
    const token = find(page.text, /<input type="hidden" name="_csrf" value="([^"]+)"/);
    const body = new URLSearchParams({ _csrf: token, username: user.username, password: user.password });
    return this.visit(new URL(action, page.url), { method: 'POST', body });
  }

  hasCookie(name: string): boolean {
    return this.#cookies.has(name);
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const expires = attributes.find((attribute) => attribute.startsWith('expires='))?.slice('expires='.length);
    if (expires !== undefined && Date.parse(expires) <= Date.now()) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function find(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1];
  if (found === undefined) throw new Error(`The page has nothing like ${pattern}: ${html}`);
  return found.replace(/&#(\d+);/g, (_entity, code) => String.fromCharCode(Number(code)));
}

/** Parameters that are undefined are left out of the request. */
export type Query = Record<string, string | undefined>;

function defined(parameters: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The authorize URL of an ordinary request by this client, with whatever a test wants to be different. */
export function authorizeUrl(demo: Demo, client: Client, parameters: Query = {}): URL {
  const url = new URL(demo.endpoints.authorization);
  const ordinary = {
    client_id: client.clientId,
    response_type: client.responseTypes[0],
    redirect_uri: demo.callback,
    state: 'st',
  };
  url.search = new URLSearchParams(defined({ ...ordinary, ...parameters })).toString();
  return url;
}

export type SignIn = { client?: Client; user?: User; parameters?: Query; browser?: Browser };

/** Signs in through the form and returns the callback URL with its answer. */
export async function signIn(
  demo: Demo,
  { client = demo.clients.implicit, user = ada, parameters = {}, browser = new Browser() }: SignIn = {},
): Promise<URL> {
  const page = await browser.visit(authorizeUrl(demo, client, parameters));
  return (await browser.submit(page, user)).url;
}

export const fragmentOf = (url: URL): URLSearchParams => new URLSearchParams(url.hash.slice(1));

/** The tokens of an implicit sign-in. */
export async function implicitTokens(demo: Demo, options: SignIn = {}) {
  const answer = fragmentOf(await signIn(demo, options));
  return { idToken: answer.get('id_token') ?? '', accessToken: answer.get('access_token') ?? '' };
}

/** A part of a JWT as the JSON text that was signed. */
export function textOf(jwt: string, part: 0 | 1): string {
  return Buffer.from(jwt.split('.')[part] ?? '', 'base64url').toString();
}

export const headerOf = (jwt: string): Record<string, unknown> => JSON.parse(textOf(jwt, 0));
export const claimsOf = (jwt: string): Record<string, unknown> => JSON.parse(textOf(jwt, 1));

/** A POST of a form to the pool, as scripts do it. */
export async function post(url: string, form: Query, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(defined(form)), headers });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text === '' ? undefined : JSON.parse(text) };
}

export const basic = ({ clientId, clientSecret }: Client): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
});

/** Signs in with the code grant and returns the form that exchanges the code. */
export async function codeForm(demo: Demo, options: SignIn = {}): Promise<Record<string, string>> {
  const client = options.client ?? demo.clients.code;
  const code = (await signIn(demo, { ...options, client })).searchParams.get('code') ?? '';
  return { grant_type: 'authorization_code', code, redirect_uri: demo.callback, client_id: client.clientId };
}

/** userInfo for a token, or without one. */
export async function getUserinfo(demo: Demo, authorization?: string) {
  const answer = await fetch(demo.endpoints.userinfo, { headers: { ...(authorization && { authorization }) } });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
