import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../src/protocol/records.ts';
import { signOutAddress } from '../../../src/provider/sign-out.ts';
import { profile } from '../../support/records.ts';

const own = { authorization: 'https://idp.example/authorize' };
const endSession = 'https://idp.example/logout';
const issuer = 'https://idp.example';
const of = (named: string) => ({ fetchedAt: 0, document: { issuer: named } });

function addressOf(over: Partial<Profile>, more?: Parameters<typeof signOutAddress>[1]): string {
  const address = signOutAddress(profile({ clientId: 'the client', ...over }), more);
  return address.ok ? address.url : address.reason;
}

describe('Amazon Cognito', () => {
  const cognito = { provider: 'cognito', endpoints: { ...own, endSession } } as const;
  test.each([
    ['https://app.example/bye', 'https%3A%2F%2Fapp.example%2Fbye'],
    ['https://app.example/bye/', 'https%3A%2F%2Fapp.example%2Fbye%2F'],
    ['http://localhost:3000/?a=1&b=ü#x', 'http%3A%2F%2Flocalhost%3A3000%2F%3Fa%3D1%26b%3D%C3%BC%23x'],
  ])('is sent exactly what is registered: %s', (logoutUri, sent) => {
    expect(addressOf({ ...cognito, logoutUri })).toBe(`${endSession}?client_id=the%20client&logout_uri=${sent}`);
  });
  test('is sent no ID token and no state', () => {
    const address = addressOf(
      { ...cognito, logoutUri: 'https://app.example/' },
      { idToken: 'an-id-token', state: 's' },
    );
    expect(address).not.toMatch(/an-id-token|state/);
  });
  test('without a sign-out URL it is said where to register one', () => {
    expect(addressOf(cognito)).toContain('Allowed sign-out URLs');
  });
  test('without an endpoint it is said where it is', () => {
    expect(addressOf({ provider: 'cognito', endpoints: own, logoutUri: 'https://app.example/' })).toContain('/logout');
  });
});

describe('other providers', () => {
  const oidc = { provider: 'oidc', endpoints: { ...own, endSession } } as const;
  test('are sent the client alone where nothing else is known', () => {
    expect(addressOf(oidc, { state: 's' })).toBe(`${endSession}?client_id=the%20client`);
  });
  test('are sent the ID token as a hint, and a state only with the address that they lead back to', () => {
    const sent = new URL(
      addressOf({ ...oidc, logoutUri: 'https://app.example/bye' }, { idToken: 'a.b.c', state: 's' }),
    );
    expect([...sent.searchParams]).toEqual([
      ['client_id', 'the client'],
      ['id_token_hint', 'a.b.c'],
      ['post_logout_redirect_uri', 'https://app.example/bye'],
      ['state', 's'],
    ]);
  });
  test.each([
    ['http://idp.example/logout', false],
    ['http://127.0.0.1.idp.example/logout', false],
    ['http://127.0.0.1:4100/logout', true],
    ['http://localhost/logout', true],
  ])('a token goes by https or stays on this computer: %s', (endpoint, isSent) => {
    const address = addressOf({ ...oidc, endpoints: { ...own, endSession: endpoint } }, { idToken: 'a.b.c' });
    expect(address).toBe(`${endpoint}?client_id=the%20client${isSent ? '&id_token_hint=a.b.c' : ''}`);
  });
  test('a query that the endpoint has of its own is kept, a fragment is not', () => {
    const endpoints = { ...own, endSession: `${endSession}?tenant=1#x` };
    expect(addressOf({ ...oidc, endpoints })).toBe(`${endSession}?tenant=1&client_id=the%20client`);
  });
  test('the endpoint may stand in the metadata alone', () => {
    const metadata = { fetchedAt: 0, document: { issuer, end_session_endpoint: endSession } };
    const address = addressOf({ provider: 'oidc', issuer, endpoints: own, metadata });
    expect(address).toBe(`${endSession}?client_id=the%20client`);
  });
  test.each<[string, Partial<Profile>, { canAsk?: true; reason: string }]>([
    ['whose metadata name none', { issuer, metadata: of(issuer) }, { reason: 'its issuer names none' }],
    ['that have no metadata yet', { issuer }, { canAsk: true, reason: 'no metadata of its issuer was read' }],
    [
      'with metadata of another issuer',
      { issuer, metadata: of('https://other.example') },
      { canAsk: true, reason: 'no metadata' },
    ],
    ['without an issuer', { issuer: '' }, { reason: 'no issuer that could name one' }],
  ])('without one it is told whether the issuer can be asked: %s', (_, over, { reason, ...rest }) => {
    const address = signOutAddress(profile({ provider: 'oidc', endpoints: own, ...over }));
    expect(address).toEqual({ ok: false, reason: expect.stringContaining(reason), ...rest });
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('nothing is opened at %s', (endSession) => {
  const address = signOutAddress(profile({ provider: 'oidc', endpoints: { ...own, endSession } }));
  expect(address).toEqual({ ok: false, reason: expect.stringContaining('no web address') });
});
