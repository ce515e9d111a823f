import { describe, expect, test } from 'vitest';
import { findMethod } from '../../../src/protocol/amr.ts';
import { findMeaning } from '../../../src/protocol/claims.ts';
import { findHeaderMeaning } from '../../../src/protocol/header-words.ts';
import { findScope } from '../../../src/protocol/scopes.ts';
import { explainClaim } from '../../../src/provider/claim-words.ts';

const specified: [source: string, names: string][] = [
  ['RFC 7519 section 4.1', 'iss sub aud exp nbf iat jti'],
  ['OpenID Connect Core section 2', 'auth_time nonce acr amr azp at_hash c_hash'],
  [
    'OpenID Connect Core section 5.1',
    'name given_name family_name middle_name nickname preferred_username profile picture website email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address updated_at',
  ],
  ['OpenID Connect Core section 5.6.2', '_claim_names _claim_sources'],
  ['RFC 8693 section 4', 'act scope client_id may_act'],
  ['RFC 9068 section 2.2', 'groups roles entitlements'],
  ['RFC 7800 and 9449', 'cnf'],
  ['RFC 8417 section 2.2', 'events toe txn'],
  ['the logout specifications', 'sid session_state'],
];

describe('every claim has a meaning', () => {
  test.each(specified)('of %s', (_source, names) => {
    const unexplained = names.split(' ').filter((name) => !findMeaning(name, 'id_token')?.meaning.endsWith('.'));
    expect(unexplained).toEqual([]);
  });

  test('of Amazon Cognito', () => {
    const names =
      'cognito:username cognito:groups cognito:roles cognito:preferred_role identities token_use version origin_jti event_id device_key username custom:plan dev:custom:plan';
    const isUnknown = (provider: 'cognito' | 'oidc') => (name: string) => !explainClaim(provider, 'id_token', name);
    expect(names.split(' ').filter(isUnknown('cognito'))).toEqual([]);
    expect(names.split(' ').filter(isUnknown('oidc'))).toHaveLength(12);
  });

  test('but an unknown one, or a name of Object.prototype, never a guess', () => {
    for (const name of ['tenant', 'email_Verified', '__proto__', 'constructor', 'toString', '']) {
      expect(findMeaning(name, 'id_token')).toBeUndefined();
      expect(explainClaim('cognito', 'access_token', name)).toBeUndefined();
    }
  });
});

test('every authentication method of RFC 8176 is known', () => {
  const names = 'face fpt geo hwk iris kba mca mfa otp pin pop pwd rba retina sc sms swk tel user vbm wia';
  expect(names.split(' ').filter((name) => !findMethod(name))).toEqual([]);
  expect(findMethod('constructor')).toBeUndefined();
});

test('the scopes of OpenID Connect bring their claims', () => {
  expect(findScope('email')?.claims).toEqual(['email', 'email_verified']);
  expect(findScope('profile')?.claims).toHaveLength(14);
  expect(findScope('orders:read')).toBeUndefined();
});

test.each([
  ['alg', 'RSA-OAEP', /encrypted with an RSA key/],
  ['alg', 'RS256', /How it was signed/],
  ['alg', 7, /How it was signed/],
  ['alg', 'PBES2-HS256+A128KW', /made from a password/],
  ['alg', 'dir', /both sides share/],
  ['enc', 'A256GCM', /AES/],
  ['enc', 'A128CBC-HS256', /AES/],
  ['zip', 'DEF', /Nothing is unpacked/],
  ['p2c', 2_147_483_647, /Claimcheck never does/],
  ['jku', 'https://evil.example', /not fetched/],
] as const)('the header member %s %s is explained', (name, value, words) => {
  expect(findHeaderMeaning(name, value)).toMatch(words);
});
