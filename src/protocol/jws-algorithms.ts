/** What key a signature algorithm works with: its type and, where there is one, its curve. */
export type JwsAlgorithm = { kty: 'RSA' | 'EC' | 'OKP' | 'oct'; crv?: string };

const curves = { 256: 'P-256', 384: 'P-384', 512: 'P-521' } as const;

const algorithms = new Map<string, JwsAlgorithm>([
  ...([256, 384, 512] as const).flatMap((bits): [string, JwsAlgorithm][] => [
    [`HS${bits}`, { kty: 'oct' }],
    [`RS${bits}`, { kty: 'RSA' }],
    [`PS${bits}`, { kty: 'RSA' }],
    [`ES${bits}`, { kty: 'EC', crv: curves[bits] }],
  ]),
  ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
  ['Ed25519', { kty: 'OKP', crv: 'Ed25519' }],
]);

/** The algorithms that can be checked here (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864). */
export function findAlgorithm(alg: string): JwsAlgorithm | undefined {
  return algorithms.get(alg);
}

/** Whether a text names "no signature" in any spelling: only `none` is its right one (RFC 7518 section 3.6). */
export function isNone(alg: string): boolean {
  return alg.toLowerCase() === 'none';
}

/** Whether an algorithm takes a secret that both sides share. */
export function isHmac(alg: string): boolean {
  return alg.startsWith('HS');
}

/** Whether two names stand for one algorithm: `EdDSA` and `Ed25519` do, with a key of that curve (RFC 9864). */
export function isSameAlgorithm(one: string, other: string): boolean {
  const plain = (alg: string) => (alg === 'EdDSA' ? 'Ed25519' : alg);
  return plain(one) === plain(other);
}
