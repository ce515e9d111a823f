import type { Profile } from '../../src/protocol/records.ts';
import { all, bad, good, type Row, withIdToken } from './row.ts';

/** Of the FAPI client plans, what concerns every client. */
export const fapiRows: Row[] = [
  { module: 'invalid-missing-iss', flows: all, fault: 'missing-iss', check: 'iss', ...bad },
  { module: 'invalid-missing-exp', flows: all, fault: 'missing-exp', check: 'exp', ...bad },
  { module: 'invalid-missing-nonce', flows: all, fault: 'missing-nonce', check: 'nonce', ...bad },
  { module: 'invalid-expired-exp', flows: all, fault: 'expired-exp', check: 'exp', ...bad },
  {
    module: 'iat-is-week-in-past',
    flows: all,
    fault: 'iat-is-week-in-past',
    check: 'iat_age',
    result: 'fail',
    severity: 'warning',
    requests: 'allowed',
    profile: { iatWindow: 3600 },
  },
  {
    module: 'invalid-alternate-alg',
    flows: all,
    fault: 'none',
    check: 'alg',
    ...bad,
    profile: { idTokenAlgs: ['PS256'] },
  },
  {
    module: 'idtoken-sig-ps256',
    flows: withIdToken,
    fault: 'idtoken-sig-ps256',
    check: 'signature',
    ...good,
    profile: { idTokenAlgs: ['PS256'] },
  },
  { module: 'invalid-null-alg', flows: all, fault: 'idtoken-sig-none', check: 'alg_none', ...bad },
  { module: 'invalid-secondary-aud', flows: all, fault: 'secondary-aud', check: 'aud', also: ['azp'], ...bad },
  { module: 'valid-aud-as-array', flows: all, fault: 'aud-as-array', check: 'aud', ...good },
  { module: 'invalid-shash', flows: ['CI', 'CIT'], fault: 'invalid-shash', check: 's_hash', ...bad },
  // required by FAPI alone
  {
    module: 'invalid-missing-shash',
    flows: ['CI', 'CIT'],
    fault: 'missing-shash',
    check: 's_hash',
    result: 'absent',
    requests: 'allowed',
  },
  {
    module: 'missing-athash',
    flows: ['C', 'CI', 'CT'],
    fault: 'missing-athash',
    check: 'at_hash',
    result: 'absent',
    requests: 'allowed',
  },
  { module: 'invalid-state', flows: all, fault: 'invalid-state', check: 'state', ...bad },
  { module: 'invalid-missing-state', flows: all, fault: 'missing-state', check: 'state', ...bad },
  { module: 'authorization-response-iss', flows: all, fault: 'sends-iss', check: 'iss_parameter', ...good },
  {
    module: 'invalid-authorization-response-iss',
    flows: all,
    fault: 'invalid-authorization-response-iss',
    check: 'iss_parameter',
    ...bad,
  },
  {
    module: 'remove-authorization-response-iss',
    flows: ['C', 'CT'],
    fault: 'remove-authorization-response-iss',
    check: 'iss_parameter_missing',
    ...bad,
  },
  // RFC 9207 section 4: beside an ID token that names the issuer it may be left out
  {
    module: 'remove-authorization-response-iss',
    flows: withIdToken,
    fault: 'remove-authorization-response-iss',
    check: 'iss_parameter_missing',
    result: 'fail',
    severity: 'warning',
    requests: 'allowed',
  },
  {
    module: 'token-type-case-insensitivity',
    flows: ['C', 'IT', 'CT', 'CIT'],
    fault: 'token-type-inverted',
    check: 'token_type',
    ...good,
  },
  {
    module: 'token-endpoint-response-without-expires_in',
    flows: ['C', 'IT', 'CT', 'CIT'],
    fault: 'without-expires-in',
    check: 'expires_in',
    ...good,
  },
  { module: 'no-scope-in-token-endpoint-response', flows: ['C', 'IT'], fault: 'no-scope', check: 'scope', ...good },
  { module: 'jarm', flows: ['C'], fault: 'none', check: 'jarm', ...good, profile: asJarm() },
  ...(
    [
      'jarm-signature-none',
      'jarm-invalid-sig',
      'jarm-expired-exp',
      'jarm-invalid-aud',
      'jarm-invalid-iss',
      'jarm-without-aud',
      'jarm-without-exp',
      'jarm-without-iss',
    ] as const
  ).map((fault): Row => ({ module: fault, flows: ['C'], fault, check: 'jarm', ...bad, profile: asJarm() })),
];

function asJarm(): Partial<Profile> {
  return { extraParams: [['response_mode', 'jwt']] };
}
