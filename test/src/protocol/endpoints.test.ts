import { expect, test } from 'vitest';
import { findEndpoint } from '../../../src/protocol/endpoints.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { profile } from '../../support/records.ts';

const issuer = 'https://op.example';
const metadata = (over: object = {}) => ({
  fetchedAt: 0,
  document: { issuer, token_endpoint: 'https://op.example/from-metadata', ...over },
});
const authorization = 'https://op.example/authorize';

test.each<[string, Partial<Profile>, string | undefined]>([
  [
    'the profile’s own',
    { issuer, endpoints: { authorization, token: 'https://own.example/t' } },
    'https://own.example/t',
  ],
  [
    'the one that was saved of its issuer',
    { issuer, endpoints: { authorization }, metadata: metadata() },
    'https://op.example/from-metadata',
  ],
  [
    'that, where the own one is empty',
    { issuer, endpoints: { authorization, token: '' }, metadata: metadata() },
    'https://op.example/from-metadata',
  ],
  [
    'none of another issuer',
    { issuer, endpoints: { authorization }, metadata: metadata({ issuer: 'https://evil.example' }) },
    undefined,
  ],
  [
    'none that is no text',
    { issuer, endpoints: { authorization }, metadata: metadata({ token_endpoint: 1 }) },
    undefined,
  ],
  ['none without metadata', { issuer, endpoints: { authorization } }, undefined],
])('the token endpoint of a profile is %s', (_, over, endpoint) => {
  expect(findEndpoint(profile(over), 'token')).toBe(endpoint);
});

test('without an issuer no metadata is its own', () => {
  const { issuer: _, ...rest } = profile({ endpoints: { authorization } });
  const document = { token_endpoint: 'https://op.example/token' };
  expect(findEndpoint({ ...rest, metadata: { fetchedAt: 0, document } }, 'token')).toBeUndefined();
});
