import { expect, test } from 'vitest';
import { hashOf, isRoute, parseRoute } from '../../../popup/state/route.ts';

test.each([
  ['#captures', { view: 'captures', id: '' }],
  ['#/captures/a%2Fb', { view: 'captures', id: 'a/b' }],
  ['#profiles/new', { view: 'profiles', rest: 'new' }],
  ['#paste', { view: 'paste' }],
  ['#settings', { view: 'settings' }],
] as const)('%s is a route, and a link to it leads there', (hash, route) => {
  expect(isRoute(hash)).toBe(true);
  expect(parseRoute(hash)).toEqual(route);
  expect(parseRoute(hashOf(route))).toEqual(route);
});

test('a link to a heading is no route, nor is a longer name', () => {
  for (const hash of ['#', '#checks-h', '#info-h', '#pasted']) expect(isRoute(hash)).toBe(false);
});

test('back to the page as it opened, without a hash, leads to the captures again', () => {
  expect(isRoute('')).toBe(true);
});

test('what names no view leads to the captures', () => {
  expect(parseRoute('')).toEqual({ view: 'captures', id: '' });
  expect(parseRoute('#elsewhere')).toEqual({ view: 'captures', id: '' });
});
