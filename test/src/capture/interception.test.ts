import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrival } from '../../../src/capture/arrival.ts';
import { interceptionsFor, standsInTheWay } from '../../../src/capture/interception.ts';
import { matchesCallback } from '../../../src/protocol/callback-match.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { login, now, profile } from '../../support/records.ts';

const ready = login({ tabId: 7, intercept: 'ready' });

describe('the rules of the logins that are under way', () => {
  const rules = (over: object, at = now) => interceptionsFor([login({ tabId: 7, ...over })], [profile()], at);
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
    expect(interceptionsFor(logins, [profile()], now)).toEqual([]);
  });
  test('none after ten minutes', () => {
    expect(rules({ intercept: 'ready', startedAt: now - 600_000 })).toEqual([]);
    expect(rules({ intercept: 'ready', startedAt: now - 599_999 })).not.toEqual([]);
  });
  test('a form is kept from being sent only where answers come as forms', () => {
    const methods = (over: Partial<Profile>) =>
      interceptionsFor([ready], [profile(over)], now).map(({ method }) => method);
    expect(methods({})).toEqual([undefined, undefined]);
    expect(methods({ responseMode: 'form_post' })).toEqual([undefined, undefined, 'post']);
  });
  test('an app’s own scheme has none: the browser does not ask for it', () => {
    expect(interceptionsFor([ready], [profile({ callback: 'myapp://callback' })], now)).toEqual([]);
  });
});

const isKept = (callback: string, url: string, over: Partial<Profile> = {}, more: Partial<Arrival> = {}) =>
  standsInTheWay(ready, profile({ callback, ...over }), {
    id: 'a',
    url,
    kind: 'request',
    tabId: 7,
    frameId: 0,
    at: now,
    refused: [],
    ...more,
  });

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
    const form: [string, string][] = [['code', 'c']];
    expect(isKept(callback, callback, { responseMode: 'form_post' }, { form })).toBe(true);
    expect(isKept(callback, callback, {}, { form })).toBe(false);
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
  test.each([
    ['another tab', { tabId: 8 }],
    ['a frame', { frameId: 3 }],
    ['after ten minutes', { at: now + 600_000 }],
  ])('%s', (_, more) => {
    expect(isKept(callback, `${callback}#code=c`, {}, more)).toBe(false);
  });
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
