// Which keys sign the tokens, and what a token looks like once signed.

import { generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * @typedef {object} SigningKey
 * @property {string} kid
 * @property {import('node:crypto').KeyObject} privateKey
 * @property {import('node:crypto').JsonWebKey} publicJwk
 */

/** Base64 of 32 bytes, with the characters that a careless reader of key ids trips over. */
function makeKid() {
  for (;;) {
    const kid = randomBytes(32).toString('base64');
    if (kid.includes('/') && kid.includes('+')) return kid;
  }
}

/** @returns {Promise<SigningKey>} */
export async function makeKey() {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { e = '', kty = 'RSA', n = '' } = publicKey.export({ format: 'jwk' });
  const kid = makeKid();
  return { kid, privateKey, publicJwk: { alg: 'RS256', e, kid, kty, n, use: 'sig' } };
}

/**
 * The private key in the form oidc-provider takes.
 * @param {SigningKey} key
 */
export function privateJwk(key) {
  return { ...key.privateKey.export({ format: 'jwk' }), kid: key.kid, alg: 'RS256', use: 'sig' };
}

/**
 * A signed token whose header holds `kid` and `alg` and nothing else.
 * @param {SigningKey} key
 * @param {object} payload
 * @param {boolean} escapeSlashes
 */
export function signToken(key, payload, escapeSlashes) {
  const encode = (/** @type {object} */ part) => {
    const json = JSON.stringify(part);
    return Buffer.from(escapeSlashes ? json.replaceAll('/', '\\/') : json).toString('base64url');
  };
  const input = `${encode({ kid: key.kid, alg: 'RS256' })}.${encode(payload)}`;
  return `${input}.${sign('RSA-SHA256', Buffer.from(input), key.privateKey).toString('base64url')}`;
}

/**
 * The claims of a token, without judging it; undefined when it is no JWT.
 * @param {string} token
 * @returns {Record<string, unknown> | undefined}
 */
export function parseClaims(token) {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}
