/** Tokens put together from texts and bytes, to the letter. Nobody signed them. */
export const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

export const header = encode('{"alg":"RS256","kid":"k="}');
export const signature = encode('a signature, or so');

export const jwt = (payload: string | Uint8Array, head = header, end = signature) =>
  [head, encode(payload), end].join('.');

/** A token whose payload is the example of RFC 7519 section 3.1, 70 bytes. */
export const faultless = jwt('{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}');
