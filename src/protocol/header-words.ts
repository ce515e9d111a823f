/** The members of a token's header (RFC 7515 section 4.1, RFC 7516 section 4.1, RFC 7518 section 4), in plain words. */
const members: Record<string, string> = {
  alg: 'How it was signed, or how its content key was encrypted.',
  enc: 'How the content is encrypted.',
  zip: 'The content was compressed before it was encrypted. Nothing is unpacked here.',
  kid: 'Which key of the provider made it.',
  typ: 'What kind of token this is.',
  cty: 'What is inside: JWT says another token.',
  crit: 'Members that a reader must understand, or refuse the token.',
  jku: 'Where the keys could be had. It is not fetched: whoever wrote the token chose it.',
  jwk: 'A key. It is not used: whoever wrote the token chose it.',
  x5u: 'Where a certificate could be had. It is not fetched: whoever wrote the token chose it.',
  x5c: 'A certificate. It is not used: whoever wrote the token chose it.',
  x5t: 'Thumbprint of the certificate.',
  'x5t#S256': 'Thumbprint of the certificate.',
  b64: 'Whether the payload is base64url.',
  epk: 'The sender’s one-time public key.',
  apu: 'What the sender put into the key agreement.',
  apv: 'What stands for the recipient in the key agreement.',
  iv: 'Start value of the key encryption.',
  tag: 'Seal of the encrypted key.',
  p2s: 'Salt of the password.',
  p2c: 'How often the password is hashed. Claimcheck never does: a huge count is a way to stall a reader.',
};

/** Algorithms of key management and content encryption (RFC 7518 sections 4.1 and 5.1). */
const algorithms: [start: RegExp, words: string][] = [
  [/^RSA/, 'The content key is encrypted with an RSA key of the recipient.'],
  [/^ECDH-ES/, 'The content key is agreed on with an elliptic curve key of the recipient.'],
  [/^A\d+(GCM)?KW$/, 'The content key is encrypted with a key that both sides share.'],
  [/^PBES2/, 'The content key is made from a password. It can be guessed at offline.'],
  [/^dir$/, 'The content is encrypted with a key that both sides share.'],
  [/^A\d+(GCM|CBC-HS\d+)$/, 'The content is encrypted with AES and sealed against change.'],
];

/** What a member of a header is for, or undefined for one that no specification knows. */
export function findHeaderMeaning(name: string, value: unknown): string | undefined {
  const algorithm =
    (name === 'alg' || name === 'enc') && typeof value === 'string'
      ? algorithms.find(([start]) => start.test(value))?.[1]
      : undefined;
  return algorithm ?? (Object.hasOwn(members, name) ? members[name] : undefined);
}
