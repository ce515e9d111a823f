import { expect, test } from 'vitest';
import { requestFilters } from '../../../src/capture/request-filters.ts';
import { profile } from '../../support/records.ts';

test('profiles that do not watch requests have none watched', () => {
  expect(requestFilters([])).toEqual([]);
  expect(requestFilters([profile(), profile({ cleanUp: ['history', 'address'] })])).toEqual([]);
});

test('requests for the callback, whatever its port and query', () => {
  const callback = 'https://app.example.com:8443/cb?app=1';
  expect(requestFilters([profile({ watchRequests: true, callback })])).toEqual([
    { on: 'request', urls: ['https://app.example.com/cb*'] },
  ]);
});

test('redirects of the provider to an app’s own scheme', () => {
  expect(requestFilters([profile({ watchRequests: true, callback: 'myapp://callback' })])).toEqual([
    { on: 'redirect', urls: ['https://demo.auth.us-east-1.amazoncognito.com/*'] },
  ]);
});

test('each once, in the same order whatever the order of the profiles', () => {
  const one = profile({ intercept: true });
  const two = profile({ id: 'p2', watchRequests: true, callback: 'http://127.0.0.1/cb' });
  const urls = ['http://127.0.0.1/cb*', 'http://localhost/callback*'];
  expect(requestFilters([one, two, profile({ id: 'p3', intercept: true })])).toEqual([{ on: 'request', urls }]);
  expect(requestFilters([two, one])).toEqual([{ on: 'request', urls }]);
});
