import { encodeBase64url } from '../../src/protocol/base64url.ts';

const text = new TextEncoder();

/** A token as a provider would sign it, with a signature that no key made. */
export function mint(
  claims: object,
  header: object = { kid: 'n0ZAUVDVPqutiPhazRiV0MHzpMFYk9dDgP2vohou0V8=', alg: 'RS256' },
): string {
  return mintText(JSON.stringify(header), JSON.stringify(claims));
}

/** The same from texts, for what no serializer would write. */
export function mintText(header: string, payload: string): string {
  return [text.encode(header), text.encode(payload), signature].map(encodeBase64url).join('.');
}

/** An encrypted token (RFC 7516) of plausible size. */
export function mintEncrypted(header: object): string {
  const part = (length: number) => encodeBase64url(signature.slice(0, length));
  return [encodeBase64url(text.encode(JSON.stringify(header))), part(256), part(12), part(200), part(16)].join('.');
}

const signature = Uint8Array.from({ length: 256 }, (_, index) => (index * 151 + 89) % 256);
