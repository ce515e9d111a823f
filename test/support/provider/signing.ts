import {
  constants,
  createHash,
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

export type Alg = 'RS256' | 'PS256' | 'ES256' | 'EdDSA' | 'HS256' | 'none';
export type Values = Record<string, unknown>;
/** A key pair; `jwk` is what the key set shows of it. */
export type SigningKey = { kid: string; privateKey: KeyObject; jwk: JsonWebKey & Values };

export function makeKey(kty: 'RSA' | 'EC' | 'OKP', kid: string): SigningKey {
  const form = { format: 'jwk' } as const;
  const pairs = {
    RSA: () =>
      generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: form, privateKeyEncoding: form } as never),
    EC: () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256', publicKeyEncoding: form, privateKeyEncoding: form } as never),
    OKP: () => generateKeyPairSync('ed25519', { publicKeyEncoding: form, privateKeyEncoding: form } as never),
  };
  // the types of Node do not know keys that are given out as JWKs
  const pair = pairs[kty]() as unknown as { publicKey: JsonWebKey; privateKey: JsonWebKey };
  return {
    kid,
    privateKey: createPrivateKey({ key: pair.privateKey, format: 'jwk' }),
    jwk: { ...pair.publicKey, kid, use: 'sig' },
  };
}

type Signing = {
  alg: Alg;
  header: Values;
  claims: Values;
  /** For every `alg` but HS256 and none. */
  key: SigningKey;
  secret: string;
  /** Every byte of the signature XOR 0x5A, header and payload as they were. */
  isBroken?: boolean | undefined;
};

/** A token in the compact form (RFC 7515 section 7.1). */
export function signToken({ alg, header, claims, key, secret, isBroken = false }: Signing): string {
  const input = `${encodeJson(header)}.${encodeJson(claims)}`;
  const signature = signers[alg](Buffer.from(input), key.privateKey, secret);
  return `${input}.${(isBroken ? signature.map((byte) => byte ^ 0x5a) : signature).toString('base64url')}`;
}

const signers: Record<Alg, (input: Buffer, key: KeyObject, secret: string) => Buffer> = {
  RS256: (input, key) => sign('sha256', input, key),
  PS256: (input, key) => sign('sha256', input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  ES256: (input, key) => sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (input, key) => sign(null, input, key),
  HS256: (input, _key, secret) => createHmac('sha256', secret).update(input).digest(),
  none: () => Buffer.alloc(0),
};

/** Looks like a token for a client that holds the key (RFC 7516 section 7.1); nobody can open it. */
export function sealedToken(): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64url');
  const header = encodeJson({ alg: 'RSA1_5', enc: 'A128CBC-HS256', cty: 'JWT' });
  return [header, part(256), part(16), part(480), part(16)].join('.');
}

/** at_hash, c_hash and s_hash: the left half of the hash that the token's `alg` names (OpenID Connect Core 3.3.2.11). */
export function halfHash(text: string, alg: Alg): string {
  const digest = createHash(alg === 'EdDSA' ? 'sha512' : 'sha256')
    .update(text)
    .digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}

function encodeJson(value: Values): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
