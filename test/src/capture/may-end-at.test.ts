import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayEndAt } from '../../../src/capture/may-end-at.ts';
import { matchesCallback } from '../../../src/protocol/callback-match.ts';
import { matchesErrorPage } from '../../../src/provider/error-page.ts';
import { profile } from '../../support/records.ts';

test.each([
  ['at its callback', {}, 'http://localhost:3000/callback#code=a', true],
  ['on another port, which a profile may allow', {}, 'http://localhost:4000/callback#code=a', true],
  ['at its provider', {}, 'https://demo.auth.us-east-1.amazoncognito.com/error?error=x', true],
  ['at an app’s own scheme', { callback: 'myapp://callback' }, 'myapp://callback#code=a', true],
  ['on another host', {}, 'http://127.0.0.1:3000/callback#code=a', false],
  ['at another path, of which one host may have many', {}, 'http://localhost:3000/other#code=a', false],
  ['with another scheme', {}, 'https://localhost:3000/callback#code=a', false],
  ['at no address', {}, 'nonsense', false],
])('a login may end %s', (_, over, address, expected) => {
  expect(mayEndAt(profile(over), address)).toBe(expected);
});

test.each([undefined, null, 7, 'text', [], {}, { callback: 7 }, { callback: 'nonsense', endpoints: null }])(
  'what is no profile ends nowhere: %j',
  (stored) => {
    expect(mayEndAt(stored, 'http://localhost:3000/callback')).toBe(false);
  },
);

test('no profile that an address belongs to is passed over', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true }),
      fc.webUrl(),
      fc.webUrl(),
      (callback, authorization, other) => {
        const own = profile({ callback, endpoints: { authorization } });
        for (const address of [
          callback,
          `${callback}#code=a`,
          authorization,
          `${new URL(authorization).origin}/error?error=x`,
          other,
        ]) {
          if (matchesCallback(own, address) || matchesErrorPage(own, address))
            expect(mayEndAt(own, address)).toBe(true);
        }
      },
    ),
  );
});
