import { describe, expect, test } from 'vitest';
import type { ArrivalEvent } from '../../../src/capture/arrival.ts';
import { afterEvent, expectedAt, findState, type Watched } from '../../../src/capture/recording.ts';
import { nothingExpected, recordingFilters, recordingRequests } from '../../../src/capture/recording-filters.ts';
import { findSignInPage } from '../../../src/capture/recording-sign-in.ts';
import { now, token } from '../../support/records.ts';

const pool = 'https://demo.auth.us-east-1.amazoncognito.com';
const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
const callback = 'http://localhost:3000/callback';
const asked = {
  ...{ response_type: 'code', client_id: 'app-client', redirect_uri: callback, scope: 'openid email' },
  ...{ state: 'the-state-of-the-app', nonce: 'the-nonce-of-the-app', code_challenge: 'the-challenge-of-the-app' },
};

function page(over: Record<string, string> = {}, at = `${pool}/login`): string {
  return `${at}?${new URLSearchParams({ ...asked, ...over })}`;
}
const event = (url: string, over: Partial<ArrivalEvent> = {}): ArrivalEvent => ({
  ...{ kind: 'committed', url, tabId: 7, frameId: 0, at: now },
  ...over,
});
const begun: Watched = { recording: { startedAt: now - 5000, sites: [] }, signIns: [] };
const watched = (...events: ArrivalEvent[]) => events.reduce(afterEvent, begun);
const paramsOf = (url = '') => Object.fromEntries(new URL(url).searchParams);

describe('a sign-in page', () => {
  test('is kept without what is of this one login', () => {
    const { recording, signIns } = watched(event(page({ lang: 'de', login_hint: 'ada@example.com' })));
    expect(paramsOf(recording.signInUrl)).toEqual({
      response_type: 'code',
      client_id: 'app-client',
      redirect_uri: callback,
      scope: 'openid email',
      lang: 'de',
    });
    expect(signIns).toEqual([{ url: recording.signInUrl, tabId: 7 }]);
    expect(JSON.stringify({ recording, signIns })).not.toMatch(/of-the-app|ada@/);
  });

  const oneTime: [string, Record<string, string>][] = [
    ['the whole request once more', { continue: page() }],
    ['a token as a hint', { id_token_hint: token({ sub: 'ada' }) }],
    ['a token under any name', { ticket: token({ sub: 'ada' }) }],
    ['a request object', { request: token({ nonce: 'the-nonce-of-the-app' }) }],
    ['a pushed request', { request_uri: 'urn:ietf:params:oauth:request_uri:once' }],
    ['the state of something else', { relay: 'x'.repeat(600) }],
    ['a session of the provider', { sessionToken: '20111sTEuIiMq1qhIQVuvnTqHcXAhYm0' }],
    ['a key of the app', { api_key: 'a1b2c3' }],
    ['a one-time password', { otp: '123456' }],
    ['a step of its login page', { login_challenge: '4ad1c0ffee' }],
  ];
  test.each(oneTime)('leaves out %s', (_, over) => {
    const [name = ''] = Object.keys(over);
    expect(paramsOf(watched(event(page(over))).recording.signInUrl)).not.toHaveProperty([name]);
  });

  test('keeps the client whatever short state it has', () => {
    expect(paramsOf(watched(event(page({ state: 'a' }))).recording.signInUrl)).toMatchObject({
      client_id: 'app-client',
    });
  });

  test('that names no callback is one too: the request was pushed', () => {
    const pushed = `${pool}/oauth2/authorize?client_id=app-client&request_uri=urn:example:once`;
    const { recording, signIns } = watched(event(pushed));
    expect(recording.signInUrl).toBe(`${pool}/oauth2/authorize?client_id=app-client`);
    expect(signIns.map(expectedAt)).toEqual([undefined]);
  });

  const none: [string, string, Partial<ArrivalEvent>?][] = [
    ['a page without a client', `${pool}/login?redirect_uri=${callback}`],
    ['a client alone', `${pool}/login?client_id=app-client`],
    ['a frame', page(), { frameId: 3 }],
    ['no web address', page({}, 'about:blank')],
    ['an address with a name and a password', page({}, 'https://me:pw@demo.example/login')],
    [
      'what Cognito asks of another provider',
      page({ redirect_uri: `${pool}/oauth2/idpresponse` }, 'https://idp.example/auth'),
    ],
  ];
  test.each(none)('is not: %s', (_, url, over) => {
    expect(watched(event(url, over))).toBe(begun);
  });
});

describe('of several sign-in pages', () => {
  const provider = 'https://id.example.com';
  const authorize = page({}, `${provider}/authorize`);

  test('those of one login count once, with the address of the first', () => {
    const first = watched(event(authorize));
    expect(afterEvent(first, event(authorize, { kind: 'before' }))).toBe(first);
    expect(afterEvent(first, event(page({}, `${provider}/login`)))).toBe(first);
    expect(afterEvent(first, event(page({}, 'https://accounts.example.com/pick')))).toBe(first);
  });
  test('one that goes on without its callback takes nothing away', () => {
    const first = watched(event(authorize));
    const { redirect_uri: _, ...rest } = asked;
    expect(afterEvent(first, event(`${provider}/consent?${new URLSearchParams(rest)}`))).toBe(first);
  });
  test('one that names the callback at last is better than a pushed one', () => {
    const pushed = event(`${provider}/authorize?client_id=app-client&request_uri=urn:example:once`);
    const { recording, signIns } = watched(pushed, event(page({}, `${provider}/login`)));
    expect(paramsOf(recording.signInUrl)).toMatchObject({ redirect_uri: callback });
    expect(signIns).toHaveLength(1);
  });
  test('a provider’s own request to another provider is not the app’s', () => {
    const first = watched(event(authorize));
    const inner = page({ client_id: 'of-the-provider', redirect_uri: `${provider}/back` }, 'https://idp.example/auth');
    expect(afterEvent(first, event(inner))).toBe(first);
  });
  test('an app on the host of its provider can be logged in to twice', () => {
    const own = (over: object) => page({ redirect_uri: `${provider}/app`, ...over }, `${provider}/authorize`);
    const { recording } = watched(event(own({})), event(own({ scope: 'openid' })));
    expect(paramsOf(recording.signInUrl)).toMatchObject({ scope: 'openid' });
  });
  test('the newest is shown, and the first that is answered counts', () => {
    const other = page({ client_id: 'other-client', redirect_uri: 'https://other.example/cb' });
    const both = watched(event(page()), event(other, { tabId: 8 }));
    expect(paramsOf(both.recording.signInUrl)).toMatchObject({ client_id: 'other-client' });
    const { recording } = afterEvent(both, event(`${callback}?code=c&state=s`));
    expect(paramsOf(recording.signInUrl)).toMatchObject({ client_id: 'app-client' });
    expect(recording).toMatchObject({ callback, endedAt: now });
  });
  test('with one callback it is the one of the same tab', () => {
    const both = watched(event(page()), event(page({ client_id: 'other-client' }), { tabId: 8 }));
    const { recording } = afterEvent(both, event(`${callback}?code=c`));
    expect(paramsOf(recording.signInUrl)).toMatchObject({ client_id: 'app-client' });
  });
});

describe('an answer', () => {
  const secret = 'secret-value';
  const idToken = token({ iss: issuer, sub: 'ada' });

  test('in the query ends the recording: the names of what it brought, and no value', () => {
    const { recording, signIns } = watched(
      event(page()),
      event(`${callback}?code=${secret}&state=${secret}&x=${secret}`),
    );
    expect(recording).toMatchObject({ callback, brought: ['code', 'state'], source: 'query', endedAt: now });
    expect(recording).not.toHaveProperty('issuer');
    expect(signIns).toEqual([]);
    expect(JSON.stringify(recording)).not.toContain(secret);
  });
  test('in the fragment names the issuer of its ID token, and nothing else of it', () => {
    const answer = `${callback}#id_token=${idToken}&access_token=${secret}&token_type=Bearer&expires_in=3600`;
    const { recording } = watched(event(page({ response_type: 'token' })), event(answer));
    expect(recording).toMatchObject({ source: 'fragment', issuer });
    expect(recording.brought).toEqual(['id_token', 'access_token', 'token_type', 'expires_in']);
    expect(JSON.stringify(recording)).not.toMatch(new RegExp(`${secret}|ada|${idToken.split('.')[1]}`));
  });
  test('in a form is one too', () => {
    const form = event(callback, {
      kind: 'request',
      form: [
        ['code', secret],
        ['iss', 'https://id.example.com'],
      ],
    });
    const { recording } = watched(event(page()), form);
    expect(recording).toMatchObject({
      source: 'form_post',
      brought: ['code', 'iss'],
      issuer: 'https://id.example.com',
    });
  });
  test('at a scheme of an app’s own is one too', () => {
    const own = watched(event(page({ redirect_uri: 'myapp://callback' })), event(`myapp://callback?code=${secret}`));
    expect(own.recording).toMatchObject({ callback: 'myapp://callback', endedAt: now });
  });
  test.each([
    'http://id.example.com',
    'javascript:alert(1)',
    'https://id.example.com/?x',
    `https://x.example/${'y'.repeat(2000)}`,
  ])('that names the issuer %s names none', (iss) => {
    const { recording } = watched(event(page()), event(`${callback}?code=c&iss=${encodeURIComponent(iss)}`));
    expect(recording.endedAt).toBe(now);
    expect(recording).not.toHaveProperty('issuer');
  });
  test('with an error is told, and the watching goes on', () => {
    const failed = watched(event(page()), event(`${callback}?error=access_denied&state=s`));
    expect(failed.recording).toMatchObject({ callback, brought: ['error', 'state'] });
    expect(failed.recording).not.toHaveProperty('endedAt');
    expect(afterEvent(failed, event(`${callback}?code=c`)).recording).toMatchObject({
      brought: ['code'],
      endedAt: now,
    });
    expect(afterEvent(failed, event(page())).recording).not.toHaveProperty('brought');
  });
  test.each([
    ['before any sign-in page', [event(`${callback}?code=c`)]],
    ['at another callback', [event(page()), event('http://localhost:3000/other?code=c')]],
    ['at another port', [event(page()), event('http://localhost:3001/callback?code=c')]],
    ['in a frame', [event(page()), event(`${callback}?code=c`, { frameId: 2 })]],
    ['that is none', [event(page()), event(callback)]],
  ])('%s ends nothing', (_, events) => {
    expect(watched(...events).recording).not.toHaveProperty('endedAt');
  });
});

test('the state tells whose login it is, of a request as of an answer', () => {
  expect(findState(event(page()))).toBe('the-state-of-the-app');
  expect(findState(event(`${callback}#access_token=t&state=s`))).toBe('s');
  expect(findState(event(callback))).toBeUndefined();
});

test('a hostile address is survived', () => {
  const long = 'x'.repeat(300_000);
  for (const url of ['', 'https://%', `${page()}&a=${long}`, `https://a.example/?client_id=${long}&redirect_uri=%ZZ`]) {
    expect(() => watched(event(url))).not.toThrow();
  }
  expect(findSignInPage(`${page()}&${'a=b&'.repeat(20_000)}`)).toBeUndefined();
});

describe('what is watched', () => {
  const callbacks = watched(event(page())).signIns.flatMap((one) => expectedAt(one) ?? []);
  const sites = ['https://id.example.com/*'];

  test('is nothing while there is no recording', () => {
    expect(recordingFilters(nothingExpected)).toEqual([]);
    expect(recordingRequests({ ...nothingExpected, sites, callbacks })).toEqual([]);
  });
  test('is every request for a sign-in at first, and then exactly the callback too', () => {
    const signIns = recordingFilters({ isOn: true, sites: [], callbacks: [] });
    expect(signIns).toEqual(
      ['redirect_uri=', 'response_type=', 'request_uri='].map((urlContains) => ({
        ...{ schemes: ['http', 'https'], queryContains: 'client_id=', urlContains },
      })),
    );
    expect(recordingFilters({ isOn: true, sites: [], callbacks })).toEqual([
      ...signIns,
      { schemes: ['http'], hostEquals: 'localhost', pathEquals: '/callback', ports: [3000] },
    ]);
  });
  test('of requests only those for a sign-in at a named site, and the callback', () => {
    expect(recordingRequests({ isOn: true, sites: [], callbacks })).toEqual([]);
    expect(recordingRequests({ isOn: true, sites, callbacks })).toEqual([
      { on: 'request', urls: ['https://id.example.com/*client_id=*'] },
      { on: 'request', urls: ['http://localhost/callback*'] },
    ]);
  });
});
