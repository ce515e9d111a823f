import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../src/protocol/records.ts';
import { findPinnable, pinned } from '../../../src/provider/pin-issuer.ts';
import { now, profile } from '../../support/records.ts';

function anonymous(over: Partial<Profile>): Profile {
  const { issuer: _, ...rest } = profile(over);
  return rest;
}

const at = (origin: string) => ({ authorization: `${origin}/authorize`, userinfo: `${origin}/userinfo` });
const pool = anonymous({ endpoints: at('https://auth.example.com'), cognito: { domain: 'https://auth.example.com' } });
const localPool = anonymous({
  endpoints: at('http://localhost:9000'),
  cognito: { domain: 'http://localhost:9000' },
});
const oidc = anonymous({ provider: 'oidc', endpoints: at('https://id.example.com') });
const localOidc = anonymous({ provider: 'oidc', endpoints: at('http://127.0.0.1:9000') });

const id = 'us-east-1_EXAMPLE';
const original = `https://cognito-idp.us-east-1.amazonaws.com/${id}`;
const ofPool = { issuer: original, userPoolId: id, region: 'us-east-1' };

describe('the issuer that a token names can be trusted', () => {
  test.each([
    ['the original issuer of a pool', pool, original, ofPool],
    ['the updated issuer of a pool', pool, original.replace('//', '//issuer-'), ofPool],
    [
      'a pool on this computer',
      localPool,
      `http://localhost:9000/${id}`,
      { issuer: `http://localhost:9000/${id}`, userPoolId: id, region: 'us-east-1' },
    ],
    ['an https issuer', oidc, 'https://id.example.com/tenant', { issuer: 'https://id.example.com/tenant' }],
    ['one of letters beyond ASCII', oidc, 'https://id.bücher.example', { issuer: 'https://id.bücher.example' }],
    ['an issuer on this computer', localOidc, 'http://127.0.0.1:9000', { issuer: 'http://127.0.0.1:9000' }],
  ])('%s', (_what, from, iss, pin) => {
    expect(findPinnable(from, iss)).toEqual(pin);
  });
});

describe('and cannot be trusted', () => {
  test.each([
    ['where the profile names one', profile(), original],
    ['of another host', pool, `https://cognito-idp.us-east-1.amazonaws.com.evil.example/${id}`],
    ['of a host before it', pool, `https://evil-cognito-idp.us-east-1.amazonaws.com/${id}`],
    ['of a pool of another region', pool, `https://cognito-idp.eu-west-1.amazonaws.com/${id}`],
    ['with a port', pool, original.replace('.com/', '.com:8443/')],
    ['with more than a pool id', pool, `${original}/extra`],
    ['without a pool id', pool, 'https://cognito-idp.us-east-1.amazonaws.com/'],
    ['in other letters', pool, original.replace('https', 'HTTPS')],
    ['over http', pool, original.replace('https', 'http')],
    ['of any provider, for a pool', pool, 'https://id.example.com'],
    ['on this computer, for a pool elsewhere', pool, `http://localhost:9000/${id}`],
    [
      'of another pool than the profile has',
      { ...pool, cognito: { domain: '', userPoolId: 'us-east-1_OTHER' } },
      original,
    ],
    ['of another region than the domain', { ...pool, cognito: { domain: '', region: 'eu-west-1' } }, original],
    ['over http elsewhere', oidc, 'http://id.example.com'],
    ['on this computer, for a provider elsewhere', oidc, 'http://localhost:9000'],
    ['with a query', oidc, 'https://id.example.com/?a'],
    ['with a fragment', oidc, 'https://id.example.com/#'],
    ['with a user name', oidc, 'https://id.example.com@evil.example/'],
    ['with white space', oidc, ' https://id.example.com'],
    ['that is no URL', oidc, 'accounts.example.com'],
    ['of a script', oidc, 'javascript:alert(1)'],
    ['that is empty', oidc, ''],
  ])('one %s', (_what, from, iss) => {
    expect(findPinnable(from, iss)).toBeUndefined();
  });
});

describe('the profile afterwards', () => {
  test('names the pool, its keys and that it was trusted on first use', () => {
    expect(pinned(pool, ofPool, now)).toEqual({
      ...pool,
      issuer: original,
      endpoints: { ...pool.endpoints, jwks: `${original}/.well-known/jwks.json` },
      cognito: { domain: 'https://auth.example.com', region: 'us-east-1', userPoolId: id },
      trustedOnFirstUse: { issuer: original, at: now },
    });
  });

  test('names the issuer alone, of a provider whose keys discovery finds', () => {
    const issuer = 'https://id.example.com';
    expect(pinned(oidc, { issuer }, now)).toEqual({ ...oidc, issuer, trustedOnFirstUse: { issuer, at: now } });
  });

  test('cannot be given another issuer', () => {
    expect(findPinnable(pinned(pool, ofPool, now), original)).toBeUndefined();
  });
});
