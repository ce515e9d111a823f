import { describe, expect, test } from 'vitest';
import type { ArrivalEvent } from '../../../src/capture/arrival.ts';
import { loginPageFilters, withLoginPage } from '../../../src/capture/login-pages.ts';
import { loginLifetime, type PendingLogin } from '../../../src/protocol/records.ts';
import { login, now } from '../../support/records.ts';

const pool = 'https://demo.auth.us-east-1.amazoncognito.com';
const open = login({ tabId: 7 });
const at = (url: string, over: Partial<ArrivalEvent> = {}): ArrivalEvent => ({
  ...{ kind: 'committed', url, tabId: 7, frameId: 0, at: now },
  ...over,
});
const pagesAfter = (events: ArrivalEvent[], before: PendingLogin = open) =>
  events.reduce(withLoginPage, [before])[0]?.pages?.map(({ page }) => page);

describe('what is watched', () => {
  test('is the provider of each login under way, once, with its port', () => {
    const local = login({ authorizeUrl: 'http://localhost:9229/oauth2/authorize?state=a' });
    expect(loginPageFilters({ logins: [open, local, open], now })).toEqual([
      { schemes: ['http'], hostEquals: 'localhost', ports: [9229] },
      { schemes: ['https'], hostEquals: 'demo.auth.us-east-1.amazoncognito.com', ports: [443] },
    ]);
  });

  test.each([
    ['without a login', []],
    ['after its end', [login({ ended: true })]],
    ['after ten minutes', [login({ startedAt: now - loginLifetime })]],
    ['for what is no web address', [login({ authorizeUrl: 'myapp://authorize' }), login({ authorizeUrl: 'none' })]],
  ])('is nothing %s', (_, logins) => {
    expect(loginPageFilters({ logins, now })).toEqual([]);
  });
});

describe('the pages of a login', () => {
  test('are those its tab comes to, one after the other, without what their addresses carry', () => {
    const pages = pagesAfter([at(`${pool}/login?state=s`), at(`${pool}/login?again`), at(`${pool}/mfa#x`)]);
    expect(pages).toEqual([`${pool}/login`, `${pool}/mfa`]);
  });

  test.each([
    ['another tab', at(`${pool}/login`, { tabId: 8 })],
    ['a frame', at(`${pool}/login`, { frameId: 3 })],
    ['the start of a navigation', at(`${pool}/login`, { kind: 'before' })],
    ['another host', at('https://elsewhere.example/login')],
    ['the page that shows an error', at(`${pool}/error?error=invalid_scope`)],
    ['after ten minutes', at(`${pool}/login`, { at: open.startedAt + loginLifetime })],
  ])('are none of %s', (_, event) => {
    const logins = [open];
    expect(withLoginPage(logins, event)).toBe(logins);
  });

  test('are none once it has ended, and never its callback', () => {
    expect(pagesAfter([at(`${pool}/login`)], { ...open, ended: true })).toBeUndefined();
    const own = { ...open, request: { ...open.request, redirectUri: `${pool}/callback` } };
    expect(pagesAfter([at(`${pool}/callback#access_token=a`)], own)).toBeUndefined();
  });

  test('are ten at most', () => {
    const events = Array.from({ length: 30 }, (_, index) => at(`${pool}/step-${index}`));
    expect(pagesAfter(events)).toHaveLength(10);
  });
});
