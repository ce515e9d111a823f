import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../src/protocol/records.ts';
import {
  cameFromElsewhere,
  guardedTokenEndpoint,
  hasAnsweredReadably,
  isReadableByAll,
} from '../../../src/protocol/token-access.ts';
import { codeProfile, heldCapture } from '../../support/code-login.ts';
import { now } from '../../support/records.ts';

const endpoint = 'https://op.example/token';
const from = (origin: string) => {
  const { tokenAnswer } = heldCapture();
  return heldCapture(tokenAnswer ? { tokenAnswer: { ...tokenAnswer, endpoint: origin } } : {});
};

test.each([
  ['oidc', endpoint, false],
  ['oidc', 'https://demo.auth.eu-west-1.amazoncognito.com/oauth2/token', true],
  ['oidc', 'https://amazoncognito.com.evil.example/oauth2/token', false],
  ['oidc', 'https://notamazoncognito.com/oauth2/token', false],
  ['cognito', 'https://auth.example.com/oauth2/token', true],
] as const)('of the provider %s everybody may read %s: %s', (provider, address, isReadable) => {
  expect(isReadableByAll({ provider }, address)).toBe(isReadable);
});

test.each([
  ['code', endpoint],
  ['code id_token', endpoint],
  ['', endpoint],
  ['token', undefined],
])('with "%s" the token endpoint whose answers may be kept from us is %s', (responseType, expected) => {
  expect(guardedTokenEndpoint(codeProfile({ responseType }))).toBe(expected);
});

describe('a host has answered readably', () => {
  const call = { grant: 'authorization_code', at: now, status: 200 } as const;
  test.each<[string, Capture, boolean]>([
    ['where a call was answered without access to it', heldCapture(), true],
    ['not where access was what let us read', heldCapture({ tokenCalls: [{ ...call, hadAccess: true }] }), false],
    ['not where none was answered', heldCapture({ tokenCalls: [] }), false],
    ['not where another host answered', from('https://other.example'), false],
    ['not on another port', from('https://op.example:8443'), false],
  ])('%s', (_, capture, expected) => expect(hasAnsweredReadably(capture, endpoint)).toBe(expected));
});

test.each([
  ['https://op.example', false],
  ['https://op.example:8443', true],
  ['http://op.example', true],
  ['https://other.example', true],
])('tokens from %s came from elsewhere: %s', (origin, expected) => {
  expect(cameFromElsewhere(from(origin), endpoint)).toBe(expected);
});
