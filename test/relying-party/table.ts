/** What a relying party must make of each fault: the conformance plans for OpenID Connect clients, row by row. */
import { all, bad, good, type Row, withIdToken, withNonce } from './row.ts';

export const oidcRows: Row[] = [
  { module: 'invalid-iss', flows: all, fault: 'invalid-iss', check: 'iss', ...bad },
  { module: 'missing-sub', flows: all, fault: 'missing-sub', check: 'sub', ...bad },
  { module: 'invalid-aud', flows: all, fault: 'invalid-aud', check: 'aud', ...bad },
  { module: 'missing-aud', flows: all, fault: 'missing-aud', check: 'aud', ...bad },
  { module: 'missing-iat', flows: all, fault: 'missing-iat', check: 'iat', ...bad },
  ...(['kid-absent-single-jwks', 'kid-absent-multiple-jwks'] as const).map(
    (fault): Row => ({ module: fault, flows: all, fault, check: 'kid', also: ['signature'], ...good }),
  ),
  { module: 'idtoken-sig-rs256', flows: all, fault: 'none', check: 'alg', also: ['signature'], ...good },
  { module: 'invalid-sig-rs256', flows: all, fault: 'invalid-sig-rs256', check: 'signature', ...bad },
  { module: 'idtoken-sig-none', flows: ['C'], fault: 'idtoken-sig-none', check: 'alg_none', ...bad },
  { module: 'invalid-athash', flows: ['IT', 'CIT'], fault: 'invalid-athash', check: 'at_hash', ...bad },
  { module: 'missing-athash', flows: ['IT', 'CIT'], fault: 'missing-athash', check: 'at_hash', ...bad },
  { module: 'invalid-chash', flows: ['CI', 'CIT'], fault: 'invalid-chash', check: 'c_hash', ...bad },
  { module: 'missing-chash', flows: ['CI', 'CIT'], fault: 'missing-chash', check: 'c_hash', ...bad },
  { module: 'nonce-unless-code-flow', flows: withNonce, fault: 'none', check: 'nonce_required', ...good },
  { module: 'nonce-invalid', flows: all, fault: 'nonce-invalid', check: 'nonce', ...bad },
  {
    module: 'invalid-sig-es256',
    flows: all,
    fault: 'invalid-sig-es256',
    check: 'signature',
    ...bad,
    profile: { idTokenAlgs: ['ES256'] },
  },
  {
    module: 'invalid-sig-hs256',
    flows: all,
    fault: 'invalid-sig-hs256',
    check: 'signature',
    ...bad,
    profile: { idTokenAlgs: ['HS256'], clientAuth: 'client_secret_basic' },
  },
  {
    module: 'idtoken-sig-es256',
    flows: all,
    fault: 'idtoken-sig-es256',
    check: 'alg',
    also: ['signature'],
    ...good,
    profile: { idTokenAlgs: ['ES256'] },
  },
  {
    module: 'idtoken-sig-eddsa',
    flows: withIdToken,
    fault: 'idtoken-sig-eddsa',
    check: 'alg',
    also: ['signature'],
    ...good,
    profile: { idTokenAlgs: ['EdDSA'] },
  },
  {
    module: 'idtoken-sig-hs256',
    flows: all,
    fault: 'idtoken-sig-hs256',
    check: 'alg',
    also: ['signature', 'alg_hmac'],
    ...good,
    profile: { idTokenAlgs: ['HS256'], clientAuth: 'client_secret_basic' },
  },
];

/** A pool brings an ID token with `token`: what is wrong with it counts as in any other flow. */
export const poolRows: Row[] = [
  {
    module: 'response_type-token',
    flows: ['T'],
    fault: 'none',
    check: 'nonce',
    also: ['signature', 'at_hash'],
    ...good,
  },
  ...oidcRows
    .filter(({ flows, check }) => flows.includes('IT') && check !== 'nonce_required')
    // with `token` an at_hash is compared where there is one, and need not be there
    .filter(({ fault }) => fault !== 'missing-athash')
    .map((row): Row => ({ ...row, flows: ['T'] })),
];
