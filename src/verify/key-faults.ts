import { base64url } from 'jose';
import { isSameAlgorithm, type JwsAlgorithm } from '../protocol/jws-algorithms.ts';
import type { Jwk } from './known.ts';

export type KeyFault = { expected: string; actual: string };

/** The members that only the owner of a key may have (RFC 7518 sections 6.2.2, 6.3.2 and 6.4). */
export const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];

export function hasPrivateMember(key: Jwk): boolean {
  return privateMembers.some((name) => Object.hasOwn(key, name));
}

/** Bytes of a coordinate on each curve (RFC 7518 section 6.2.1.2, RFC 8037 section 2). */
const coordinateBytes = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
  ['Ed25519', 32],
]);

/** Below the first a key is weak, above the second it only costs time. */
const leastBits = 2048;
const mostBits = 16_384;

/** What was found out of each key, for each algorithm: a set is looked through for every token. */
const found = new WeakMap<Jwk, Map<string, KeyFault | undefined>>();

/**
 * Why a key may not check a signature of this algorithm, or undefined: type, curve, declared use, strength and secrecy
 * (RFC 7517 section 4, RFC 8725 sections 3.4 and 3.5). What is declared must fit, what is not declared is no fault.
 */
export function findKeyFault(key: Jwk, alg: string, algorithm: JwsAlgorithm): KeyFault | undefined {
  let ofKey = found.get(key);
  if (!ofKey) {
    ofKey = new Map();
    found.set(key, ofKey);
  }
  if (!ofKey.has(alg)) {
    ofKey.set(
      alg,
      typeFault(key, algorithm) ?? declaredFault(key, alg) ?? secrecyFault(key) ?? valueFault(key, algorithm),
    );
  }
  return ofKey.get(alg);
}

function typeFault(key: Jwk, { kty, crv }: JwsAlgorithm): KeyFault | undefined {
  if (key.kty !== kty) return { expected: `kty ${kty}`, actual: `kty ${text(key.kty)}` };
  if (crv !== undefined && key.crv !== crv) return { expected: `crv ${crv}`, actual: `crv ${text(key.crv)}` };
  return undefined;
}

function declaredFault(key: Jwk, alg: string): KeyFault | undefined {
  if (key.use === 'enc') return { expected: 'use sig', actual: 'use enc' };
  const operations = key.key_ops;
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
    const actual = Array.isArray(operations) && operations.length > 0 ? operations.join(', ') : 'none';
    return { expected: 'key_ops with verify', actual: `key_ops ${actual}` };
  }
  if (key.alg !== undefined && !(typeof key.alg === 'string' && isSameAlgorithm(key.alg, alg))) {
    return { expected: `alg ${alg}`, actual: `alg ${text(key.alg)}` };
  }
  return undefined;
}

function secrecyFault(key: Jwk): KeyFault | undefined {
  const open = privateMembers.filter((name) => Object.hasOwn(key, name));
  return open.length > 0 ? { expected: 'a public key', actual: `a private key: ${open.join(', ')}` } : undefined;
}

function valueFault(key: Jwk, { kty, crv = '' }: JwsAlgorithm): KeyFault | undefined {
  if (kty === 'RSA') return rsaFault(key);
  const names = kty === 'EC' ? ['x', 'y'] : ['x'];
  const length = coordinateBytes.get(crv);
  const odd = names.find((name) => bytesOf(key[name])?.length !== length);
  if (odd === undefined) return undefined;
  return { expected: `${odd} of ${length} bytes`, actual: `${bytesOf(key[odd])?.length ?? 'no'} bytes` };
}

function rsaFault(key: Jwk): KeyFault | undefined {
  const bits = bitsOf(bytesOf(key.n));
  if (bits < leastBits || bits > mostBits) {
    return { expected: `RSA of ${leastBits} to ${mostBits} bits`, actual: `${bits} bits` };
  }
  const exponent = bytesOf(key.e);
  const isFit = exponent !== undefined && bitsOf(exponent) > 1 && ((exponent.at(-1) ?? 0) & 1) === 1;
  return isFit ? undefined : { expected: 'an odd e of 3 or more', actual: `e ${text(key.e)}` };
}

/** What no strict reader takes for base64url has no bytes. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || !/^[\w-]*$/.test(value) || value.length % 4 === 1) return undefined;
  return base64url.decode(value);
}

/** The bits of a number without the zeros before it. */
function bitsOf(bytes: Uint8Array = new Uint8Array()): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

function text(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'none';
}
