import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { firstEnd, newLogin, type SignInAs, signIn } from '../../../src/actions/sign-in.ts';
import type { PendingLogin, Profile } from '../../../src/protocol/records.ts';
import { login, now, profile } from '../../support/records.ts';

type Opened = { tabId?: number; isPrivate: boolean };

type Options = { intercept?: boolean; isPossible?: boolean; rejection?: string };

function world(
  authorization: string,
  openTab: (url: string) => Promise<Opened>,
  { intercept = false, isPossible = true, rejection }: Options = {},
) {
  let logins: PendingLogin[] = [];
  const visited: string[] = [];
  return {
    logins: () => logins,
    visited,
    profiles: async () => [profile({ endpoints: { authorization }, intercept })],
    intercept: async () => {
      visited.push(`rule for ${logins.map(({ tabId, intercept }) => `${tabId} ${intercept}`)}`);
      return isPossible;
    },
    goTo: async (tabId: number, url: string) => void visited.push(`${tabId} ${url}`),
    changeLogins: async (change: (logins: PendingLogin[]) => PendingLogin[]) => {
      logins = change(logins);
    },
    openTab,
    openEmptyTab: () => openTab('empty'),
    findRejection: async () => rejection,
    now: () => now,
    isFull: (error: unknown) => String(error).includes('quota'),
  };
}

test('the login is stored before the tab is opened, and learns its tab', async () => {
  const own = world('https://idp.example/authorize', async (url) => {
    expect(own.logins().map(({ authorizeUrl }) => authorizeUrl)).toEqual([url]);
    return { tabId: 7, isPrivate: false };
  });
  expect(await signIn('p1', own)).toMatchObject({ ok: true });
  expect(own.logins()).toMatchObject([{ tabId: 7, startedAt: now, ended: false }]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'chrome://settings', ''])(
  'nothing is opened at %j',
  async (authorization) => {
    const own = world(authorization, async () => {
      throw new Error('opened');
    });
    expect(await signIn('p1', own)).toEqual({ ok: false, reason: expect.stringContaining('no web address') });
    expect(own.logins()).toEqual([]);
  },
);

test('a tab that the browser does not open leaves no login waiting', async () => {
  const own = world('https://idp.example/authorize', async () => {
    throw new Error('Tabs cannot be edited right now');
  });
  expect(await signIn('p1', own)).toEqual({ ok: false, reason: expect.stringContaining('did not open') });
  expect(own.logins()).toEqual([]);
});

test('a login in a private window is marked so', async () => {
  const own = world('https://idp.example/authorize', async () => ({ tabId: 7, isPrivate: true }));
  await signIn('p1', own);
  expect(own.logins()).toMatchObject([{ tabId: 7, isPrivate: true }]);
});

describe('a login that is to be intercepted', () => {
  test('opens an empty tab, has the rule stand for it, and only then goes to the provider', async () => {
    const opened: string[] = [];
    const open = async (url: string) => {
      opened.push(url);
      return { tabId: 7, isPrivate: false };
    };
    const own = world('https://idp.example/authorize', open, { intercept: true });
    expect(await signIn('p1', own)).toMatchObject({ ok: true });
    const [login] = own.logins();
    expect(opened).toEqual(['empty']);
    expect(own.visited).toEqual(['rule for 7 wanted', `7 ${login?.authorizeUrl}`]);
    expect(login).toMatchObject({ intercept: 'ready', tabId: 7 });
  });
  test('is watched where the browser does not let us', async () => {
    const open = async () => ({ tabId: 7, isPrivate: false });
    const own = world('https://idp.example/authorize', open, { intercept: true, isPossible: false });
    expect(await signIn('p1', own)).toMatchObject({ ok: true });
    expect(own.logins()).toMatchObject([{ intercept: 'refused', tabId: 7 }]);
    expect(own.visited).toHaveLength(2);
  });
});

test('a login is not started with a profile whose issuer’s document names another', async () => {
  const open = async () => {
    throw new Error('opened');
  };
  const own = world('https://idp.example/authorize', open, { rejection: 'names another' });
  expect(await signIn('p1', own)).toEqual({ ok: false, reason: 'names another' });
  expect(own.logins()).toEqual([]);
});

describe('what a request carries', () => {
  const requestOf = async (over: Partial<Profile>) => {
    const login = await newLogin(profile(over), now);
    return { login, sent: new URL(login.authorizeUrl).searchParams };
  };
  test('is kept with the login: parameters of the profile go before our own', async () => {
    const extraParams: [string, string][] = [
      ['max_age', '300'],
      ['acr_values', 'phr phrh'],
      ['scope', 'openid phone'],
    ];
    const { login } = await requestOf({ responseType: 'id_token', extraParams });
    expect(login.request).toEqual({
      responseType: 'id_token',
      scopes: ['openid', 'phone'],
      redirectUri: profile().callback,
      maxAge: 300,
      acr: 'phr phrh',
    });
  });
  test.each<[string, object]>([
    ['{"id_token":{"auth_time":{"essential":true}}}', { authTime: true }],
    ['{"id_token":{"auth_time":{"essential":false},"acr":{"essential":true,"value":"phr"}}}', { acr: 'phr' }],
    ['{"id_token":{"auth_time":null,"acr":{"values":["phr","phrh",1]}}}', { acr: 'phr phrh' }],
    ['{"userinfo":{"auth_time":{"essential":true},"acr":{"value":"phr"}}}', {}],
    ['{"id_token":{"acr":{"values":{}}}}', {}],
    ['{"__proto__":{"id_token":{"auth_time":{"essential":true}}}}', {}],
    ['{"id_token":', {}],
    ['[]', {}],
    ['null', {}],
  ])('of claims is kept as far as it is checked: %s', async (claims, asked) => {
    const { login, sent } = await requestOf({ extraParams: [['claims', claims]] });
    expect(sent.get('claims')).toBe(claims);
    const { responseType, scopes, redirectUri, ...more } = login.request;
    expect(more).toEqual(asked);
  });
  test('of acr_values goes before claims', async () => {
    const extraParams: [string, string][] = [
      ['claims', '{"id_token":{"acr":{"value":"phr"}}}'],
      ['acr_values', 'phrh'],
    ];
    expect((await requestOf({ extraParams })).login.request.acr).toBe('phrh');
  });
  test.each(['code', 'code id_token', 'code token', 'code id_token token'])(
    '%s goes with PKCE: the hash of the verifier, by S256',
    async (responseType) => {
      const { login, sent } = await requestOf({ responseType });
      const hash = createHash('sha256').update(login.verifier).digest('base64url');
      expect(sent.get('code_challenge')).toBe(hash);
      expect(sent.get('code_challenge_method')).toBe('S256');
      expect(login.request.pkce).toBe('S256');
    },
  );
  test.each<[SignInAs | undefined, string | null]>([
    [undefined, 'consent'],
    ['other_user', 'login'],
    ['silent', 'none'],
  ])('of prompt is what was really sent: %s', async (as, prompt) => {
    const login = await newLogin(profile({ extraParams: [['prompt', 'consent']] }), now, as);
    expect(new URL(login.authorizeUrl).searchParams.getAll('prompt')).toEqual([prompt]);
    expect(login.request.prompt).toBe(prompt);
    expect(login.silent).toBe(as === 'silent' ? true : undefined);
  });
  test.each(['token', 'id_token', 'id_token token'])('%s goes without', async (responseType) => {
    const { login, sent } = await requestOf({ responseType });
    expect(sent.has('code_challenge')).toBe(false);
    expect(login.request).not.toHaveProperty('pkce');
  });
});

test('a login is pinned to the client that it was started for, and where it asks', async () => {
  const endpoints = { authorization: 'https://idp.example/authorize', token: 'https://idp.example/token' };
  const { client } = await newLogin(profile({ issuer: 'https://idp.example', clientId: 'c', endpoints }), now);
  expect(client).toEqual({ clientId: 'c', issuer: 'https://idp.example', ...endpoints });
});

test('who waits for a login is told its state before anything is opened', async () => {
  const seen: string[] = [];
  const own = world('https://idp.example/authorize', async () => {
    seen.push('opened');
    return { tabId: 7, isPrivate: false };
  });
  const onStored = async (state: string) => {
    expect(own.logins()).toMatchObject([{ state }]);
    seen.push(state);
  };
  const started = await signIn('p1', { ...own, onStored }, 'silent');
  expect(started).toEqual({ ok: true, state: own.logins()[0]?.state });
  expect(seen).toEqual([own.logins()[0]?.state, 'opened']);
  expect(own.logins()).toMatchObject([{ silent: true, request: { prompt: 'none' } }]);
});

test('a login that nobody waits for any more is not opened, and does not stay', async () => {
  const own = world('https://idp.example/authorize', () => Promise.reject(new Error('opened')));
  const onStored = () => Promise.reject(new Error('asked for something else'));
  expect(await signIn('p1', { ...own, onStored }, 'silent')).toMatchObject({ ok: false });
  expect(own.logins()).toEqual([]);
});

test('a full memory is told as that, and the login does not stay', async () => {
  const own = world('https://idp.example/authorize', () => Promise.reject(new Error('opened')));
  const onStored = () => Promise.reject(new Error('over the quota'));
  await expect(signIn('p1', { ...own, onStored })).rejects.toThrow('quota');
  expect(own.logins()).toEqual([]);
});

test('a profile without a flow through the browser opens nothing', async () => {
  const own = world('https://idp.example/authorize', async () => {
    throw new Error('opened');
  });
  own.profiles = async () => [profile({ responseType: '', clientAuth: 'client_secret_basic' })];
  expect(await signIn('p1', own)).toEqual({ ok: false, reason: expect.stringContaining('for the client itself') });
  expect(own.logins()).toEqual([]);
});

test('a login whose code waits for the secret of its client comes to its end in time as well', () => {
  const waiting = login({ startedAt: now - 60_000, ended: true, captureIds: ['c1'] });
  expect(firstEnd([login({ startedAt: now }), waiting])).toBe(now + 540_000);
  expect(firstEnd([])).toBeUndefined();
});
