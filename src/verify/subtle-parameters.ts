/** What `crypto.subtle.verify` wants to be told beside the key. */
export type SubtleParameters = string | RsaPssParams | EcdsaParams;

const parameters = new Map<string, SubtleParameters>([
  ...([256, 384, 512] as const).flatMap((bits): [string, SubtleParameters][] => [
    [`RS${bits}`, 'RSASSA-PKCS1-v1_5'], // its hash belongs to the key
    [`PS${bits}`, { name: 'RSA-PSS', saltLength: bits / 8 }],
    [`ES${bits}`, { name: 'ECDSA', hash: `SHA-${bits}` }],
  ]),
  ['EdDSA', 'Ed25519'],
  ['Ed25519', 'Ed25519'],
]);

/** How WebCrypto checks signatures of an algorithm with a public key (RFC 7518 section 3.1, RFC 8037 section 3.1). */
export function findParameters(alg: string): SubtleParameters | undefined {
  return parameters.get(alg);
}
