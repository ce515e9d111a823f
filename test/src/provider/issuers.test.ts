import { expect, test } from 'vitest';
import { issuersOf } from '../../../src/provider/issuers.ts';

const original = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
const updated = 'https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';

test('a user pool has two issuers, the configured one first', () => {
  expect(issuersOf({ provider: 'cognito', issuer: original })).toEqual([original, updated]);
  expect(issuersOf({ provider: 'cognito', issuer: updated })).toEqual([updated, original]);
});

test.each([
  ['another provider has its own alone', 'oidc', original],
  ['a local pool has its own alone', 'cognito', 'http://localhost:9000/us-east-1_EXAMPLE'],
  [
    'a pool in China has its own alone',
    'cognito',
    'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_EXAMPLE',
  ],
  ['a trailing slash is another issuer', 'cognito', `${original}/`],
  ['a look-alike host is no pool', 'cognito', 'https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_E'],
] as const)('%s', (_, provider, issuer) => expect(issuersOf({ provider, issuer })).toEqual([issuer]));

test('without an issuer there is none', () => {
  expect(issuersOf({ provider: 'oidc' })).toEqual([]);
  expect(issuersOf({ provider: 'cognito', issuer: '' })).toEqual([]);
});
