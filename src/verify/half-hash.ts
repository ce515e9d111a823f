import { encodeBase64url } from '../protocol/base64url.ts';
import { lendUtf8 } from '../protocol/utf8.ts';

const { subtle } = crypto;

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** The hash that a token's `alg` works with (RFC 7518 section 3.1, RFC 8037), or undefined where it names none. */
export function findHash(alg: unknown): HashName | undefined {
  if (alg === 'EdDSA' || alg === 'Ed25519') return 'SHA-512';
  const bits = typeof alg === 'string' ? /^(?:RS|PS|ES|HS)(256|384|512)$/.exec(alg)?.[1] : undefined;
  return bits === '256' || bits === '384' || bits === '512' ? `SHA-${bits}` : undefined;
}

/** base64url of the left half of a text's hash: `at_hash`, `c_hash`, `s_hash` (OpenID Connect Core section 3.3.2.11). */
export async function halfHash(hash: HashName, text: string): Promise<string> {
  const digest = await subtle.digest(hash, lendUtf8(text));
  return encodeBase64url(new Uint8Array(digest, 0, digest.byteLength / 2));
}
