import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrival } from '../../../src/capture/arrival.ts';
import { interceptionsFor, standsInTheWay } from '../../../src/capture/interception.ts';
import { matchesCallback } from '../../../src/protocol/callback-match.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { login, now, profile } from '../../support/records.ts';

const ready = login({ tabId: 7, intercept: 'ready' });
const intercepting = (over: Partial<Profile> = {}) => profile({ intercept: true, ...over });

describe('the rules of the logins that are under way', () => {
  const rules = (over: object, at = now) => interceptionsFor([login({ tabId: 7, ...over })], [intercepting()], at);
  test.each(['wanted', 'ready'])('one that is %s has its tab’s', (intercept) => {
    expect(rules({ intercept }).map(({ tabId }) => tabId)).toEqual([7, 7]);
  });
  test.each([
    ['it is only watched', {}],
    ['the browser refused it', { intercept: 'refused' }],
    ['it has ended', { intercept: 'ready', ended: true }],
    ['its profile is gone', { intercept: 'ready', profileId: 'gone' }],
    ['its tab is not known', { intercept: 'ready', tabId: undefined }],
  ])('none when %s', (_, over) => {
    const { tabId, ...rest } = { tabId: 7, ...over };
    const logins = [login({ ...rest, ...(tabId !== undefined && { tabId }) } as Parameters<typeof login>[0])];
    expect(interceptionsFor(logins, [intercepting()], now)).toEqual([]);
  });
  test('none after ten minutes', () => {
    expect(rules({ intercept: 'ready', startedAt: now - 600_000 })).toEqual([]);
    expect(rules({ intercept: 'ready', startedAt: now - 599_999 })).not.toEqual([]);
  });
  test('a form is kept from being sent only where answers come as forms', () => {
    const methods = (over: Partial<Profile>) =>
      interceptionsFor([ready], [intercepting(over)], now).map(({ method }) => method);
    expect(methods({})).toEqual([undefined, undefined]);
    expect(methods({ responseMode: 'form_post' })).toEqual([undefined, undefined, 'post']);
    expect(methods({ extraParams: [['response_mode', 'form_post']] })).toEqual([undefined, undefined, 'post']);
  });
  test('an app’s own scheme has none: the browser does not ask for it', () => {
    expect(interceptionsFor([ready], [intercepting({ callback: 'myapp://callback' })], now)).toEqual([]);
  });
});

test('none once the profile does not ask for it any more', () => {
  expect(interceptionsFor([ready], [profile()], now)).toEqual([]);
});

/** Whether one of the rules of a login keeps a request from being sent. */
const isKept = (callback: string, url: string, over: Partial<Profile> = {}, isForm = false) =>
  interceptionsFor([ready], [intercepting({ callback, ...over })], now).some(
    ({ pattern, method }) => (method === 'post') === isForm && new RegExp(pattern).test(url),
  );

const callback = 'https://app.example.com/cb';

describe('an answer at the callback is kept from the app', () => {
  test.each([
    ['in the fragment', callback, '#access_token=a&state=s'],
    ['in the fragment, whatever comes first', callback, '#state=s&x=y&id_token=a'],
    ['in the query', callback, '?state=s&code=c'],
    ['an error', callback, '?error_description=invalid_scope&error=invalid_request'],
    ['an error in the fragment', callback, '#error=access_denied'],
    ['behind a question mark in the fragment', callback, '#?id_token=a'],
    ['with a registered query', 'https://app.example.com/cb?app=1', '?app=1&code=c'],
    ['with a registered query and a fragment', 'https://app.example.com/cb?app=1&b=2', '?app=1&b=2#access_token=a'],
    ['with a query of its own beside the fragment', callback, '?x=1#access_token=a'],
  ])('%s', (_, registered, tail) => {
    expect(isKept(registered, `https://app.example.com/cb${tail}`)).toBe(true);
  });
  test('in a form, where answers come as forms', () => {
    expect(isKept(callback, callback, { responseMode: 'form_post' }, true)).toBe(true);
    expect(isKept(callback, callback, {}, true)).toBe(false);
  });
  test('on any port of this machine, where the profile says so', () => {
    const local = 'http://127.0.0.1:3000/cb';
    expect(isKept(local, 'http://127.0.0.1:4000/cb#code=a', { anyLoopbackPort: true })).toBe(true);
    expect(isKept(local, 'http://127.0.0.1:4000/cb#code=a')).toBe(false);
  });
});

describe('anything else passes', () => {
  test.each([
    ['an ordinary visit', callback],
    ['a visit with another query', `${callback}?page=2`],
    ['a route of the app', `${callback}#/home?code=1`],
    ['a name that only ends the same', `${callback}?zipcode=1`],
    ['a longer path', `${callback}/x?code=c`],
    ['a path that begins the same', `${callback}2?code=c`],
    ['another host', 'https://app.example.com.evil.com/cb?code=c'],
    ['a dot that is any letter', 'https://appxexample.com/cb?code=c'],
    ['another scheme', 'http://app.example.com/cb?code=c'],
    ['another port', 'https://app.example.com:8443/cb?code=c'],
    ['the callback inside another address', `https://evil.com/?to=${callback}?code=c`],
    ['user info', 'https://user:pw@app.example.com/cb?code=c'],
  ])('%s', (_, url) => {
    expect(isKept(callback, url)).toBe(false);
  });
  test('without the registered query', () => {
    expect(isKept(`${callback}?app=1`, `${callback}?code=c`)).toBe(false);
    expect(isKept(`${callback}?app=1`, `${callback}?app=12&code=c`)).toBe(false);
  });
});

describe('an answer at the callback was kept from the app', () => {
  const arrival = {
    id: 'a',
    url: `${callback}#code=c`,
    kind: 'request' as const,
    tabId: 7,
    frameId: 0,
    at: now,
    refused: [],
  };
  const was = (over: Partial<Arrival> = {}, own = intercepting({ callback })) =>
    standsInTheWay(ready, own, { ...arrival, ...over });
  test('in its tab, while its login is under way', () => {
    expect(was()).toBe(true);
  });
  test.each<[string, Partial<Arrival>]>([
    ['another tab', { tabId: 8 }],
    ['a frame', { frameId: 3 }],
    ['after ten minutes', { at: now + 600_000 }],
    ['a name written in another way', { url: `${callback}#%63ode=c` }],
    ['a form where answers come in the address', { form: [['code', 'c']] }],
  ])('not in %s', (_, over) => {
    expect(was(over)).toBe(false);
  });
  test('only where the rule matches it: the registered pairs as they are written, before the answer', () => {
    const own = intercepting({ callback: `${callback}?return=/home` });
    expect(was({ url: `${callback}?return=/home&code=c` }, own)).toBe(true);
    expect(was({ url: `${callback}?return=%2Fhome&code=c` }, own)).toBe(false);
    expect(was({ url: `${callback}?code=c&return=/home` }, own)).toBe(false);
  });
  test('not of a profile that does not ask for it any more', () => {
    expect(was({}, profile({ callback }))).toBe(false);
  });
});

test('a rule that the browser finds too large has a looser one beside it, without the registered pairs', () => {
  const [one] = interceptionsFor([ready], [intercepting({ callback: `${callback}?tenant=a-long-one` })], now);
  expect(one?.pattern).toContain('tenant');
  expect(one?.loose).not.toContain('tenant');
  expect(new RegExp(one?.loose ?? '').test(`${callback}?tenant=a-long-one#code=c`)).toBe(true);
});

test('whatever the callback, what is kept from the app is at that callback', () => {
  const part = fc.stringMatching(/^[a-z0-9.+*()$-]{1,8}$/);
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.webUrl(), part, part, (registered, other, name, value) => {
      for (const base of [registered, other]) {
        const url = URL.parse(`${base}#${name}=${value}&access_token=a`)?.href;
        if (url) expect(isKept(registered, url)).toBe(matchesCallback({ callback: registered }, url));
      }
    }),
  );
});
