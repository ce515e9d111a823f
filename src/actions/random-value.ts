import { encodeBase64url } from '../protocol/base64url.ts';

/** 256 random bits in base64url: a state, a nonce, a PKCE verifier. */
export function randomValue(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
}
