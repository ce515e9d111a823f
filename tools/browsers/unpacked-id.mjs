import { createHash } from 'node:crypto';

/**
 * The id Chromium gives an unpacked extension without a `key`: the first half of the SHA-256 of its absolute path,
 * written with the letters a to p.
 *
 * @param {string} path absolute
 */
export function unpackedId(path) {
  const hex = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
