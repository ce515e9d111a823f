import { describe, expect, test } from 'vitest';
import { findHash, halfHash } from '../../../src/verify/half-hash.ts';

// OpenID Connect Core appendix A.3 (at_hash) and A.4 (c_hash)
test.each([
  ['jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', '77QmUPtjPfzWtF2AnpK9RQ'],
  ['Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk', 'LDktKdoQak3Pk0cnXxCltA'],
])('the left half of %s', async (text, hash) => expect(await halfHash('SHA-256', text)).toBe(hash));

describe('the hash is that of the token’s alg', () => {
  test.each([
    ['RS256', 'SHA-256'],
    ['PS384', 'SHA-384'],
    ['ES512', 'SHA-512'],
    ['HS256', 'SHA-256'],
    ['EdDSA', 'SHA-512'],
    ['Ed25519', 'SHA-512'],
    ['Ed448', undefined],
    ['none', undefined],
    ['rs256', undefined],
    ['RS255', undefined],
    [256, undefined],
    [undefined, undefined],
  ])('%s: %s', (alg, hash) => expect(findHash(alg)).toBe(hash));

  test('longer hashes are cut in half too', async () => {
    expect(await halfHash('SHA-384', 'abc')).toHaveLength(32);
    expect(await halfHash('SHA-512', 'abc')).toHaveLength(43);
  });
});
