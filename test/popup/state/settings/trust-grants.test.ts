import { describe, expect, test } from 'vitest';
import { permissionRows, siteRows } from '../../../../popup/state/settings/trust-grants.ts';
import { defaultSettings } from '../../../../src/protocol/records.ts';
import { profile } from '../../../support/records.ts';

const none = { permissions: [], origins: [] };
const intercepting = profile({ id: 'p2', name: 'second', intercept: true });
const callback = 'http://localhost/*';
const states = (rows: { name: string; state: string }[]) =>
  Object.fromEntries(rows.map(({ name, state }) => [name, state]));

describe('a permission', () => {
  const rows = (profiles: Parameters<typeof permissionRows>[0], permissions: string[], required: string[] = []) =>
    permissionRows(profiles, defaultSettings, { granted: { ...none, permissions }, held: none, required });

  test('that is asked for with the first profile is named before there is one', () => {
    expect(states(rows([], []))).toMatchObject({ webNavigation: 'will_ask', idle: 'will_ask' });
    expect(rows([], []).map(({ name }) => name)).not.toContain('history');
  });

  test('names the profiles that need it', () => {
    const found = rows([profile(), intercepting], ['webNavigation', 'webRequest']);
    expect(found.find(({ name }) => name === 'webNavigation')?.users).toHaveLength(2);
    expect(found.find(({ name }) => name === 'webRequest')?.users).toEqual([intercepting]);
  });

  test('is granted, missing, not needed any more, or there from the installation', () => {
    const sleeper = 'declarativeNetRequestWithHostAccess';
    const granted = ['webNavigation', 'history', 'idle', 'bookmarks'];
    expect(states(rows([intercepting], granted, [sleeper]))).toMatchObject({
      webNavigation: 'granted',
      webRequest: 'missing',
      history: 'unneeded',
      idle: 'unneeded',
      bookmarks: 'unneeded',
      [sleeper]: 'required',
    });
  });
});

describe('a site', () => {
  const states = (origins: string[], held: string[] = [], profiles = [intercepting]) =>
    siteRows(profiles, { granted: { ...none, origins }, held: { ...none, origins: held } }).map(
      ({ pattern, state }) => [pattern, state],
    );

  test('that a profile cannot do without is named, granted or not', () => {
    expect(states([callback])).toEqual([[callback, 'granted']]);
    expect(states([])).toEqual([[callback, 'missing']]);
  });

  test('that no profile needs is named as well', () => {
    expect(states(['https://old.example/*'], [], [])).toEqual([['https://old.example/*', 'unneeded']]);
  });

  test('that is covered by a wider grant is not missing', () => {
    expect(states(['http://*/*'], [callback])).toEqual([
      ['http://*/*', 'unneeded'],
      [callback, 'covered'],
    ]);
  });

  test('to which calls go has its use, once for all profiles', () => {
    const pattern = 'https://demo.auth.us-east-1.amazoncognito.com/*';
    const [row] = siteRows([profile(), profile({ id: 'p3' })], {
      granted: { ...none, origins: [pattern] },
      held: none,
    });
    expect(row).toMatchObject({ state: 'granted', site: { does: expect.arrayContaining(['userinfo']) } });
    expect(row?.users).toHaveLength(2);
  });
});
